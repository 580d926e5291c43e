using Microsoft.AspNetCore.Components;

namespace Helios.Web.Lists;

/// <summary>A column of a list.</summary>
/// <param name="Name">What views and addresses call it, such as <c>assignee</c>.</param>
/// <param name="Label">Its head.</param>
/// <param name="Cell">What a row shows in it: a static fragment, since a page makes hundreds of them.</param>
/// <typeparam name="TRow">What the list's query tells of a row.</typeparam>
public sealed record ListColumn<TRow>(string Name, string Label, Func<TRow, ListCell, RenderFragment> Cell)
{
    /// <summary>The sort key of its head; null where the list can't be sorted by it.</summary>
    public string? Sort { get; init; }

    /// <summary>The first click on its head puts the greatest first, as for times.</summary>
    public bool DescendingFirst { get; init; }

    /// <summary>Numbers and times: aligned to the end.</summary>
    public bool Numeric { get; init; }

    /// <summary>Hidden where space is short.</summary>
    public bool NarrowHide { get; init; }

    /// <summary>Always there: the column that leads to the row's page.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Whether the list shows it before anybody chose.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>For staff only, for everybody else only, or for both when null.</summary>
    public bool? ForStaff { get; init; }

    /// <summary>The field of the row that files show for it; null where it is named like the column, with <c>is</c> before or <c>At</c> behind.</summary>
    public string? Field { get; init; }

    /// <summary>Classes of its cells, such as <c>nowrap</c>.</summary>
    public string? Class { get; init; }

    /// <summary>All classes of its cells, put together once for all rows.</summary>
    internal string? CellClass() => string.Join(' ', new[] { Class, Numeric ? "numeric" : null, NarrowHide ? "narrow-hide" : null }.OfType<string>()) is { Length: > 0 } css ? css : null;
}
