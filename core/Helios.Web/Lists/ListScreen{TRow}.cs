using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Lists;

/// <summary>Everything that the page of a list shows.</summary>
/// <param name="List">The declared list.</param>
/// <param name="At">What the address says.</param>
/// <param name="Tools">What the reader can do with the list: views, acts, completion.</param>
/// <param name="Page">The rows; empty when something is wrong.</param>
/// <param name="Cell">What cells need to know.</param>
/// <typeparam name="TRow">What the list's query tells of a row.</typeparam>
public sealed record ListScreen<TRow>(EntityList<TRow> List, ListAddress At, ListTools Tools, ListPage<TRow> Page, ListCell Cell)
{
    /// <summary>An answer that is no page: rows for a page that is open already, or a way on. Give it back as it is.</summary>
    public IResult? Answer { get; init; }

    /// <summary>What is wrong with the filter, fault by fault; empty when it can be read.</summary>
    public IReadOnlyList<FieldProblem> Faults { get; init; } = [];

    /// <summary>What is wrong besides the filter, such as the sort.</summary>
    public string? Failure { get; init; }

    /// <summary>How many rows the views have that were counted anyway, by the name of the view.</summary>
    public IReadOnlyDictionary<string, ListCount> Counts { get; init; } = new Dictionary<string, ListCount>(StringComparer.Ordinal);

    /// <summary>The lanes, where the page is a board; empty for a table.</summary>
    public IReadOnlyList<ListLane<TRow>> Lanes { get; init; } = [];

    /// <summary>Whether rows can be shown.</summary>
    public bool HasRows => Page.Items.Count > 0;

    /// <summary>The filter of one lane: that of the page, and the lane's value.</summary>
    public string FilterOf(string lane) => At.Filter.Trim() is { Length: > 0 } filter ? $"({filter}) {List.Lanes!.Field}:{lane}" : $"{List.Lanes!.Field}:{lane}";

    /// <summary>The view that the page shows, changed or not; null for a filter of its own.</summary>
    public ListView? Current => At.Current(Tools.Views);

    /// <summary>Whether filter, order or columns differ from the view that the address names.</summary>
    public bool IsChanged => At.View is not null && Current is { } view && (!At.Shows(view) || (List.Lanes is not null && At.IsBoard != view.IsBoard));
}
