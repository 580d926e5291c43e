namespace Helios.Tests.Filtering;

/// <summary>A mark on a parcel, in a table of its own.</summary>
public sealed class ParcelMark
{
    public Guid ParcelId { get; set; }

    public string Name { get; set; } = "";
}
