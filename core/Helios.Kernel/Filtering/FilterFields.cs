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

    /// <summary>The fields that exist for this actor.</summary>
    public IReadOnlyList<FilterFieldInfo> For(Actor actor) => [.. Infos.Where(info => !info.StaffOnly || actor.IsStaff)];
}
