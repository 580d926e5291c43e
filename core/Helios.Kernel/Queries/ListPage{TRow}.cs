using System.Collections;
using System.Text.Json.Serialization;

namespace Helios.Kernel.Queries;

/// <summary>One page of a list.</summary>
/// <typeparam name="TRow">What the list shows of a row.</typeparam>
/// <param name="Items">The rows.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record ListPage<TRow>(IReadOnlyList<TRow> Items, string? Next) : IListPage
{
    IEnumerable IListPage.Rows => Items;

    /// <summary>The cursor of the page before, for <c>before</c>; left out on the first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Previous { get; init; }

    /// <summary>The cursor behind which this page begins, whichever way it was reached; null on the first page.</summary>
    [JsonIgnore]
    public string? Start { get; init; }

    /// <summary>How many rows there are in all, up to 1,000; null where nobody asked.</summary>
    public int? Total { get; init; }

    /// <summary>Whether there are more than <see cref="Total"/>.</summary>
    public bool TotalIsCapped { get; init; }

    /// <summary>The total for people, such as "312" or "1,000+"; null where nobody asked.</summary>
    [JsonIgnore]
    public string? TotalText => Total is { } total ? ListCount.Text(total, TotalIsCapped) : null;
}
