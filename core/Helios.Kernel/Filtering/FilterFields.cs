using Helios.Kernel.CustomFields;
using Helios.Kernel.Filtering.Fields;
using Helios.Kernel.Scopes;

namespace Helios.Kernel.Filtering;

/// <summary>The fields that a list can be filtered by, whatever its rows are.</summary>
public abstract class FilterFields
{
    private protected FilterFields()
    {
    }

    /// <summary>The class of the rows.</summary>
    public abstract Type RowType { get; }

    /// <summary>Every field, in the order of declaration.</summary>
    public abstract IReadOnlyList<FilterFieldInfo> Infos { get; }

    /// <summary>Whether free words can be searched.</summary>
    public abstract bool HasWords { get; }

    /// <summary>The fields that exist for whoever the scope stands for, the organization's own among them: for completion and help.</summary>
    public IReadOnlyList<FilterFieldInfo> For(Scope scope) => For(scope.Actor, scope.Organization?.CustomFields ?? CustomFieldCatalog.Empty);

    internal IReadOnlyList<FilterFieldInfo> For(Actor actor, CustomFieldCatalog custom)
    {
        var own = For(actor);
        var names = Infos.Select(info => info.Name).ToHashSet(StringComparer.Ordinal);
        return [.. own, .. custom.Of(RowType).For(actor).Where(field => !names.Contains(field.ApiName)).Select(InfoOf).OfType<FilterFieldInfo>()];
    }

    static FilterFieldInfo? InfoOf(CustomFieldDefinition field) => CustomFilters.Of(field) is { } values ? CustomFilters.InfoOf(field, values) : null;

    /// <summary>The declared fields that exist for this actor.</summary>
    public IReadOnlyList<FilterFieldInfo> For(Actor actor) => [.. Infos.Where(info => !info.StaffOnly || actor.IsStaff)];
}
