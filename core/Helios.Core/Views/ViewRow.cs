namespace Helios.Core.Views;

/// <summary>A view of a list: one that the list brings along, or one that somebody keeps.</summary>
/// <param name="View">The name of a stock view, or the id of a saved one.</param>
/// <param name="Kind">The kind whose list it shows, such as <c>ticket</c>.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Filter">Its filter: as <c>q</c> it gives the same rows in the API.</param>
/// <param name="Sort">Its order; null for the list's own.</param>
/// <param name="Columns">The columns in order; empty for those that the list shows by itself.</param>
/// <param name="Layout"><c>table</c> or <c>board</c>.</param>
/// <param name="Audience">With whom it is shared; <c>everybody</c> for a stock view.</param>
public sealed record ViewRow(string View, string Kind, string Name, string Filter, string? Sort, IReadOnlyList<string> Columns, string Layout, string Audience)
{
    /// <summary>Whether the list brings it along.</summary>
    public bool IsStock { get; init; }

    /// <summary>Whether the caller may change and delete it.</summary>
    public bool MayChange { get; init; }

    /// <summary>Whether the caller has pinned it to the side bar.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Whether the list opens with it for the caller.</summary>
    public bool IsDefault { get; init; }

    /// <summary>A view that is kept.</summary>
    internal static ViewRow Of(SavedView view, bool mayChange) =>
        new(view.Text, view.Kind, view.Name, view.Filter, view.Sort, view.Columns, view.Layout, view.Audience) { MayChange = mayChange };
}
