namespace Helios.Web.Lists;

/// <summary>A view of a list as its page shows it.</summary>
/// <param name="Name">What addresses and forms call it.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Filter">Its filter.</param>
/// <param name="Sort">Its order; null for the list's own.</param>
/// <param name="Columns">Its columns; empty for those that the list shows by itself.</param>
/// <param name="Layout"><c>table</c> or <c>board</c>.</param>
public sealed record ListView(string Name, string Label, string Filter, string? Sort, IReadOnlyList<string> Columns, string Layout = "table")
{
    /// <summary>Whether it opens as a board, where the list can be one.</summary>
    public bool IsBoard => Layout == "board";

    /// <summary>Whether the list brings it along: it can be pinned and moved, not changed.</summary>
    public bool IsStock { get; init; }

    /// <summary>Whether the reader may change it.</summary>
    public bool MayChange { get; init; }

    /// <summary>Whether the reader has pinned it to the side bar.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Whether the list opens with it.</summary>
    public bool IsDefault { get; init; }

    /// <summary>With whom it is shared.</summary>
    public string Audience { get; init; } = "me";
}
