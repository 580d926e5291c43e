using Helios.Kernel.Filtering;
using Helios.Web.Components.Tables;

namespace Helios.Web.Pages;

/// <summary>The address of a list: its filter, its sort, where its page begins and how it came there. The address is the view.</summary>
/// <param name="Path">The list's address without parameters.</param>
/// <param name="Q">The filter as typed.</param>
/// <param name="Sort">The sort as the address says.</param>
/// <param name="After">The cursor.</param>
/// <param name="Back">The cursors of the pages before, so that there is a way back.</param>
public sealed record ListAddress(string Path, string? Q, string? Sort, string? After, string Back)
{
    /// <summary>Longer ways back make addresses too long.</summary>
    const int MostBack = 20;

    const char Between = '~';

    const string First = "0";

    /// <summary>What the request asks for.</summary>
    public static ListAddress Of(PageRequest request, string path) =>
        new(request.Address(path), request.Query("q"), request.Query("sort"), request.Query("after"), request.Query("back") ?? "");

    /// <summary>The parameters that a new filter keeps.</summary>
    public IReadOnlyDictionary<string, string> Kept =>
        Sort is null ? new Dictionary<string, string>(StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal) { ["sort"] = Sort };

    /// <summary>The list without a filter.</summary>
    public string Clear => Make(null, Sort, null, "");

    /// <summary>The page before this one; null on the first.</summary>
    public string? Previous
    {
        get
        {
            if (After is null || Back.Length == 0)
                return null;
            var way = Back.Split(Between);
            return Make(Q, Sort, way[^1] == First ? null : way[^1], string.Join(Between, way[..^1]));
        }
    }

    /// <summary>Heads of sortable columns.</summary>
    /// <param name="current">What the list is sorted by when the address says nothing.</param>
    public TableSort Sorting(string current) => new(Make(Q, null, null, ""), Sort ?? current);

    /// <summary>The page behind this one.</summary>
    public string? Next(string? cursor) => cursor is null
        ? null
        : Make(Q, Sort, cursor, string.Join(Between, Back.Split(Between, StringSplitOptions.RemoveEmptyEntries).Append(After ?? First).TakeLast(MostBack)));

    /// <summary>The filter's conditions in words, each with the list without it; nothing where the filter cannot be read, or is one OR.</summary>
    public IReadOnlyList<FilterChip> Chips()
    {
        var tree = FilterParser.Parse(Q);
        if (!tree.Succeeded)
            return [];
        IReadOnlyList<FilterNode> terms = tree.Value is FilterAnd and ? and.Terms : [tree.Value];
        return [.. terms.Select(term => Chip(term, Make(FilterNode.All(terms.Where(other => !ReferenceEquals(other, term))).ToString(), Sort, null, "")))];
    }

    static FilterChip Chip(FilterNode term, string without) => term switch
    {
        FilterCondition condition => new(Words(condition.Field), OperatorOf(condition.Operator), ValuesOf(condition), without),
        FilterNot { Term: FilterCondition { Operator: FilterOperator.Equal } condition } => new(Words(condition.Field), "is not", ValuesOf(condition), without),
        FilterWords words => new("Text", "holds", string.Join(' ', words.Words.Select(word => word.Text)), without),
        _ => new("", "", term.ToString(), without),
    };

    static string Words(string field) => char.ToUpperInvariant(field[0]) + field[1..].Replace('_', ' ');

    static string ValuesOf(FilterCondition condition) => string.Join(" or ", condition.Values.Select(value => value.Text));

    static string OperatorOf(FilterOperator comparison) => comparison switch
    {
        FilterOperator.Equal => "is",
        FilterOperator.NotEqual => "is not",
        FilterOperator.Less => "<",
        FilterOperator.LessOrEqual => "≤",
        FilterOperator.Greater => ">",
        _ => "≥",
    };

    string Make(string? q, string? sort, string? after, string back)
    {
        var parameters = new[] { ("q", q), ("sort", sort), ("after", after), ("back", back) }
            .Where(pair => !string.IsNullOrEmpty(pair.Item2))
            .Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2!)}");
        var text = string.Join('&', parameters);
        return text.Length == 0 ? Path : $"{Path}?{text}";
    }
}
