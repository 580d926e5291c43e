namespace Helios.Web.Components.Tables;

/// <summary>The head of a column.</summary>
/// <param name="Label">Its name.</param>
public sealed record TableColumn(string Label)
{
    /// <summary>Address of the list sorted by this column; null if it can't be sorted by it.</summary>
    public string? SortHref { get; init; }

    /// <summary>Whether and how the list is sorted by it now.</summary>
    public SortDirection Sorted { get; init; }

    /// <summary>Numbers and times: aligned to the end.</summary>
    public bool Numeric { get; init; }

    /// <summary>Hidden where space is short; its cells carry the class <c>narrow-hide</c>.</summary>
    public bool NarrowHide { get; init; }

    /// <summary>The name is for readers only, as over a column of marks.</summary>
    public bool HideLabel { get; init; }

    /// <summary>Classes of the head.</summary>
    public string? Class { get; init; }
}
