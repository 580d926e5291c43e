namespace Helios.Kernel.Queries;

/// <summary>A view of a list that its feature brings along; people pin, order and copy it like their own.</summary>
/// <param name="Name">The immutable name, unique in the list, such as <c>open</c>: lower case letters, digits and <c>_</c>.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Filter">What it shows.</param>
public sealed record StockView(string Name, string Label, string Filter)
{
    /// <summary>Its order; null for the list's own.</summary>
    public string? Sort { get; init; }

    /// <summary>For whom: staff, everybody else, or both when null.</summary>
    public bool? ForStaff { get; init; }

    /// <summary>Whether the list opens with it, until somebody chooses another.</summary>
    public bool IsFirst { get; init; }
}
