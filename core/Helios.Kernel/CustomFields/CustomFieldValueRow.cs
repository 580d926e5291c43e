using Helios.Kernel.Entities;

namespace Helios.Kernel.CustomFields;

/// <summary>
/// One value of a custom field in a column that row-level security lets be looked up: a projection that lists filter by. The
/// values themselves stand in the kind's own table.
/// </summary>
public sealed class CustomFieldValueRow : IOwned
{
    public Guid OrganizationId { get; set; }

    /// <summary>Whose value it is.</summary>
    public required Guid EntityId { get; init; }

    /// <summary>The field's definition.</summary>
    public required Guid FieldId { get; init; }

    /// <summary>Counts the values of a field that has several; 0 for the first.</summary>
    public required int N { get; init; }

    /// <summary>A text as it is compared, a choice, yes or no.</summary>
    public string? Text { get; set; }

    /// <summary>A number in millionths.</summary>
    public long? Number { get; set; }

    public DateOnly? Day { get; set; }

    /// <summary>A person.</summary>
    public Guid? Reference { get; set; }
}
