using Helios.Kernel.Filtering;

namespace Helios.Core.Help.Pages;

/// <summary>The filter language by example, and what a field takes in words.</summary>
static class FilterExamples
{
    /// <summary>What to write, and what it finds.</summary>
    public static IReadOnlyList<(string Text, string Finds)> Language { get; } =
    [
        ("printer", "Rows that hold a word beginning with “printer”, wherever it stands"),
        ("printer toner", "Rows that hold both words, in any order"),
        ("\"rack: 4\"", "Quotation marks keep signs that would mean something else"),
        ("created:today", "A field and a value: what was made today"),
        ("created:today,yesterday", "One of several values, with a comma and no space"),
        ("-tag:vip", "A minus leaves out; tag!=vip says the same"),
        ("updated<7d", "Less than seven days ago; updated>7d is longer ago"),
        ("created>=2026-01-01", "On that day or later; a month or a year alone means all of it"),
        ("archived:yes", "What was archived; without the field lists leave it out"),
        ("created:today -printer", "Conditions with a space between: both must hold"),
        ("(tag:vip OR tag:board) updated<1h", "Parentheses and OR; OR binds weaker than the space"),
    ];

    /// <summary>What may stand behind the operator, in words.</summary>
    public static string ValuesOf(FilterFieldInfo field) => field.Kind switch
    {
        FilterFieldKind.Reference => Listed($"The key or id of a {field.ReferenceKind}", field.Values),
        FilterFieldKind.Moment => Listed("A date, a time or an age", field.Values),
        FilterFieldKind.Day => Listed("A date or an age in days", field.Values),
        FilterFieldKind.Number => Listed("A whole number", field.Values),
        FilterFieldKind.Key => "A key, in capitals or not",
        FilterFieldKind.Text => "The whole text",
        _ => field.Values.Count > 0 ? string.Join(", ", field.Values) : "A name",
    };

    /// <summary>A condition with this field that can be read.</summary>
    /// <param name="field">The field.</param>
    /// <param name="prefix">Begins the keys of the list's rows.</param>
    public static string Of(FilterFieldInfo field, string prefix) => field.Kind switch
    {
        FilterFieldKind.Reference when field.Values.Count > 0 => $"{field.Name}:{field.Values[0]}",
        FilterFieldKind.Reference => $"{field.Name}:U-17",
        FilterFieldKind.Moment => $"{field.Name}<7d",
        FilterFieldKind.Day => $"{field.Name}<30d",
        FilterFieldKind.Ranked when field.Values.Count > 1 => $"{field.Name}>={field.Values[^2]}",
        FilterFieldKind.Number => $"{field.Name}>=10",
        FilterFieldKind.Key => $"{field.Name}:{prefix}-42",
        FilterFieldKind.Text => $"{field.Name}:\"an example\"",
        _ => field.Values.Count > 0 ? $"{field.Name}:{field.Values[0]}" : $"{field.Name}:vip",
    };

    static string Listed(string first, IReadOnlyList<string> values) =>
        values.Count == 0 ? first : $"{first}; {string.Join(", ", values)}";
}
