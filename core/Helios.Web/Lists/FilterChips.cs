using Helios.Kernel.Filtering;
using Helios.Web.Components.Tables;

namespace Helios.Web.Lists;

/// <summary>The conditions of a filter in words.</summary>
static class FilterChips
{
    /// <summary>Each condition, with the address of the list without it; none where the filter can't be read.</summary>
    public static IReadOnlyList<FilterChip> Of(ListAddress at)
    {
        var tree = FilterParser.Parse(at.Filter);
        if (!tree.Succeeded)
            return [];
        var terms = tree.Value is FilterAnd and ? and.Terms : [tree.Value];
        return [.. terms.Select((term, place) => Chip(term, at.With(FilterNode.All(terms.Where((_, other) => other != place)).ToString())))];
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
