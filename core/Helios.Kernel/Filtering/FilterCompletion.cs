using System.Text;

namespace Helios.Kernel.Filtering;

/// <summary>Suggests what could stand at the caret of a filter: fields, operators, values.</summary>
public static class FilterCompletion
{
    /// <summary>More than this nobody reads in a menu.</summary>
    const int Most = 20;

    /// <summary>The suggestions for the piece of text that ends at the caret; none inside a quoted text that is no value.</summary>
    /// <param name="text">The filter as it is being written; it need not be a whole one.</param>
    /// <param name="caret">Between which characters the caret stands, 0 to the length; beyond that it counts as the end.</param>
    /// <param name="fields">The fields of the list that exist for the actor, as <see cref="FilterFields.For(Scopes.Scope)"/> gives them.</param>
    public static IReadOnlyList<FilterSuggestion> At(string text, int caret, IReadOnlyList<FilterFieldInfo> fields)
    {
        caret = Math.Clamp(caret, 0, text.Length);
        var (start, value) = PieceAt(text, caret);
        var piece = text[start..caret];
        if (value is { } from)
        {
            var name = text.Substring(start, FilterScanner.FieldLength(text, start));
            return Named(fields, name) is { } field ? Values(field, text, from, caret) : [];
        }

        if (piece.StartsWith('"'))
            return [];
        if (Named(fields, piece) is { } whole)
            return [.. whole.Operators.Select(symbol => new FilterSuggestion(FilterSuggestionKind.Operator, symbol, Meaning(symbol, whole), caret, 0))];
        return [.. fields
            .Where(field => field.Name.Contains(piece, StringComparison.OrdinalIgnoreCase))
            .OrderBy(field => field.Name.StartsWith(piece, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .Take(Most)
            .Select(field => new FilterSuggestion(FilterSuggestionKind.Field, $"{field.Name}{field.Operators[0]}", field.Description, start, piece.Length))];
    }

    /// <summary>Where the word or condition that ends at the caret begins, and its last value, when it has an operator.</summary>
    static (int Start, int? Value) PieceAt(string text, int caret)
    {
        var start = 0;
        int? value = null;
        var isQuoted = false;
        for (var at = 0; at < caret; at++)
        {
            var letter = text[at];
            if (isQuoted && letter == '\\')
                at++;
            else if (letter == '"')
                isQuoted = !isQuoted;
            else if (isQuoted)
                continue;
            else if (letter is '(' or ')' || char.IsWhiteSpace(letter) || (letter == '-' && at == start))
                (start, value) = (at + 1, null);
            else if (letter == ',' && value is not null)
                value = at + 1;
            else if (value is null && FilterText.IsOperator(letter) && FilterScanner.FieldLength(text, start) == at - start)
                value = AfterOperator(text, ref at, caret);
        }

        return (start, value);
    }

    static int AfterOperator(string text, ref int at, int caret)
    {
        while (at + 1 < caret && FilterText.IsOperator(text[at + 1]))
            at++;
        return at + 1;
    }

    static IReadOnlyList<FilterSuggestion> Values(FilterFieldInfo field, string text, int from, int caret)
    {
        var typed = text[from..caret].TrimStart('"');
        return [.. field.Values
            .Where(value => value.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Take(Most)
            .Select(value => new FilterSuggestion(FilterSuggestionKind.Value, Written(value), "", from, caret - from))];
    }

    static string Written(string value)
    {
        var text = new StringBuilder();
        FilterText.WriteValue(text, value);
        return text.ToString();
    }

    static FilterFieldInfo? Named(IReadOnlyList<FilterFieldInfo> fields, string name) =>
        fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    static string Meaning(string symbol, FilterFieldInfo field) => (symbol, field.Kind) switch
    {
        (":", _) => "is",
        ("!=", _) => "is not",
        ("<", FilterFieldKind.Moment or FilterFieldKind.Day) => "before a date, or within a time",
        (">", FilterFieldKind.Moment or FilterFieldKind.Day) => "after a date, or beyond a time",
        ("<", _) => "less than",
        ("<=", _) => "at most",
        (">", _) => "more than",
        _ => "at least",
    };
}
