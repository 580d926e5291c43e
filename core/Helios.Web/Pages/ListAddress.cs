using System.Globalization;
using Helios.Kernel.Filtering;
using Helios.Web.Components.Tables;

namespace Helios.Web.Pages;

/// <summary>What the address of a list says: filter, sort and place. It makes the addresses of the list's tabs, heads, chips and pages.</summary>
/// <param name="Path">The list without anything behind the question mark.</param>
/// <param name="Filter">The filter as typed; empty for all rows.</param>
/// <param name="Sort">The sort key, with <c>-</c> before it for greatest first; null for the list's own order.</param>
/// <param name="After">The cursor of the page before; null on the first.</param>
/// <param name="Before">How many rows stand on the pages before.</param>
public sealed record ListAddress(string Path, string Filter, string? Sort = null, string? After = null, int Before = 0)
{
    /// <summary>Reads the address of a request; without <c>?q=</c> the list shows what <paramref name="whenAbsent"/> filters.</summary>
    public static ListAddress Of(PageRequest request, string whenAbsent = "") => new(
        request.Http.Request.Path,
        request.Http.Request.Query.ContainsKey("q") ? request.Query("q") ?? "" : whenAbsent,
        request.Query("sort"),
        request.Query("after"),
        int.TryParse(request.Query("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : 0);

    /// <summary>The first page of the list with another filter, in the same order.</summary>
    public string With(string filter) => Path + "?q=" + Uri.EscapeDataString(filter) + (Sort is null ? "" : "&sort=" + Uri.EscapeDataString(Sort));

    /// <summary>The parameters that a new filter keeps.</summary>
    public IReadOnlyDictionary<string, string> Kept =>
        Sort is null ? new Dictionary<string, string>(StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal) { ["sort"] = Sort };

    /// <summary>The first page.</summary>
    public string First => With(Filter);

    /// <summary>The page after this one.</summary>
    /// <param name="cursor">The page's <c>next</c>.</param>
    /// <param name="shown">How many rows this page has.</param>
    public string Next(string cursor, int shown) =>
        string.Create(CultureInfo.InvariantCulture, $"{First}&after={Uri.EscapeDataString(cursor)}&before={Before + shown}");

    /// <summary>The heads of sortable columns.</summary>
    /// <param name="own">The list's own order, such as <c>-updated</c>.</param>
    public TableSort Heads(string own) => new(Path + "?q=" + Uri.EscapeDataString(Filter), Sort ?? own);

    /// <summary>The range of rows for people, such as "51–100 of 312".</summary>
    /// <param name="shown">How many rows this page has.</param>
    /// <param name="total">The total for people, or null.</param>
    public string Range(int shown, string? total)
    {
        var range = string.Create(CultureInfo.CurrentCulture, $"{Before + 1:N0}–{Before + shown:N0}");
        return total is null ? range : $"{range} of {total}";
    }

    /// <summary>The conditions of the filter in words, each with the address of the list without it.</summary>
    public IReadOnlyList<FilterChip> Chips()
    {
        var tree = FilterParser.Parse(Filter);
        if (!tree.Succeeded)
            return [];
        var terms = tree.Value is FilterAnd and ? and.Terms : [tree.Value];
        return [.. terms.Select((term, at) => Chip(term, With(FilterNode.All(terms.Where((_, other) => other != at)).ToString())))];
    }

    static FilterChip Chip(FilterNode term, string without) => term switch
    {
        FilterCondition condition => new FilterChip(Label(condition.Field), Words(condition.Operator), Values(condition), without),
        FilterNot { Term: FilterCondition { Operator: FilterOperator.Equal } condition } => new FilterChip(Label(condition.Field), "is not", Values(condition), without),
        FilterWords words => new FilterChip("Text", "has", string.Join(' ', words.Words.Select(word => word.Text)), without),
        _ => new FilterChip("Rows", "with", term.ToString(), without),
    };

    static string Values(FilterCondition condition) => string.Join(" or ", condition.Values.Select(value => value.Text.Replace('_', ' ')));

    static string Label(string field) => char.ToUpperInvariant(field[0]) + field[1..].Replace('_', ' ');

    static string Words(FilterOperator comparison) => comparison switch
    {
        FilterOperator.Equal => "is",
        FilterOperator.NotEqual => "is not",
        FilterOperator.Less => "<",
        FilterOperator.LessOrEqual => "≤",
        FilterOperator.Greater => ">",
        _ => "≥",
    };
}
