using Helios.Core.CustomFields.Queries;
using Helios.Kernel.Labeling;

namespace Helios.Core.CustomFields.Pages;

/// <summary>The fields of one kind.</summary>
/// <param name="Kind">Its immutable name.</param>
/// <param name="Label">What it is called here.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Fields">The fields in order, archived ones too.</param>
public sealed record FieldsOfKind(string Kind, Label Label, string Icon, IReadOnlyList<FieldView> Fields)
{
    /// <summary>Those that are in use.</summary>
    public IReadOnlyList<FieldView> Active { get; } = [.. Fields.Where(field => !field.IsArchived)];

    /// <summary>Those that were put away.</summary>
    public IReadOnlyList<FieldView> Archived { get; } = [.. Fields.Where(field => field.IsArchived)];

    /// <summary>The order with one field moved a place up or down.</summary>
    public IEnumerable<string> Moved(FieldView field, int by)
    {
        List<string> order = [.. Active.Select(known => known.ApiName)];
        var from = order.IndexOf(field.ApiName);
        order.RemoveAt(from);
        order.Insert(Math.Clamp(from + by, 0, order.Count), field.ApiName);
        return order;
    }
}
