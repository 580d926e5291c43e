namespace Helios.Tests.Filtering;

/// <summary>A row with a column of every sort that filters know.</summary>
public sealed class Parcel
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    public string State { get; set; } = "";

    public string? Route { get; set; }

    public string? Note { get; set; }

    public short Urgency { get; set; }

    public int Weight { get; set; }

    public long? Price { get; set; }

    public Guid? HolderId { get; set; }

    public Guid SenderId { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateOnly Posted { get; set; }

    public bool Fragile { get; set; }
}
