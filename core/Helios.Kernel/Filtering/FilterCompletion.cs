using System.Text;

namespace Helios.Kernel.Filtering;

/// <summary>Suggests what could stand at the caret of a filter: fields, operators, values, and the words that join them.</summary>
public static class FilterCompletion
{
    /// <summary>More than this nobody reads in a menu.</summary>
    public const int Most = 20;

    static readonly (string Word, string Meaning)[] Keywords =
        [("AND", "both must hold; a space means the same"), ("OR", "one of both is enough"), ("NOT", "what follows must not hold; a minus sign means the same")];

    /// <summary>The suggestions for the piece of text that ends at the caret; none inside a quoted text that is no value. Taking one replaces the whole piece, also what of it stands behind the caret.</summary>
    /// <param name="text">The filter as it is being written; it need not be a whole one.</param>
    /// <param name="caret">Between which characters the caret stands, 0 to the length; beyond that it counts as the end.</param>
    /// <param name="fields">The fields of the list that exist for the actor, as <see cref="FilterFields.For(Scopes.Scope)"/> gives them.</param>
    public static IReadOnlyList<FilterSuggestion> At(string text, int caret, IReadOnlyList<FilterFieldInfo> fields)
    {
        caret = Math.Clamp(caret, 0, text.Length);
        var (start, from) = PieceAt(text, caret);
        if (from is not null)
            return ValueAt(text, caret, fields) is { } value ? Values(value) : [];
        var piece = text[start..caret];
        if (piece.StartsWith('"'))
            return [];
        if (Named(fields, piece) is { } whole && !HasOperator(text, caret))
            return [.. whole.Operators.Select(symbol => new FilterSuggestion(FilterSuggestionKind.Operator, symbol, Meaning(symbol, whole), caret, 0))];
        var length = EndOfName(text, start, caret) - start;
        return
        [
            .. fields
                .Where(field => field.Name.Contains(piece, StringComparison.OrdinalIgnoreCase))
                .OrderBy(field => field.Name.StartsWith(piece, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
                .Take(Most)
                .Select(field => new FilterSuggestion(FilterSuggestionKind.Field, $"{field.Name}{field.Operators[0]}", field.Description, start, length)),
            .. piece.Length == 0 ? [] : Keywords
                .Where(keyword => keyword.Word.StartsWith(piece, StringComparison.Ordinal))
                .Select(keyword => new FilterSuggestion(FilterSuggestionKind.Keyword, keyword.Word, keyword.Meaning, start, piece.Length)),
        ];
    }

    /// <summary>The value that is being written at the caret; null where none is, or where its field is unknown.</summary>
    /// <inheritdoc cref="At"/>
    public static FilterValuePiece? ValueAt(string text, int caret, IReadOnlyList<FilterFieldInfo> fields)
    {
        caret = Math.Clamp(caret, 0, text.Length);
        if (PieceAt(text, caret) is not (var start, { } from) || Named(fields, text.Substring(start, FilterScanner.FieldLength(text, start))) is not { } field)
            return null;
        var sign = start + field.Name.Length;
        var isEquality = FilterScanner.Operator(text, ref sign) is null or FilterOperator.Equal or FilterOperator.NotEqual;
        return new FilterValuePiece(field, isEquality, Plain(text[from..caret]), from, EndOfValue(text, from, caret) - from);
    }

    /// <summary>A value as it is put into the text, quoted where it must be.</summary>
    public static FilterSuggestion Value(FilterValuePiece piece, string value, string meaning)
    {
        var text = new StringBuilder();
        FilterText.WriteValue(text, value);
        return new FilterSuggestion(FilterSuggestionKind.Value, text.ToString(), meaning, piece.Position, piece.Length);
    }

    static IReadOnlyList<FilterSuggestion> Values(FilterValuePiece piece) =>
    [
        .. piece.Field.Values
            .Where(value => value.StartsWith(piece.Typed, StringComparison.OrdinalIgnoreCase) && Fits(value, piece))
            .Take(Most)
            .Select(value => Value(piece, value, piece.Field.Meanings.GetValueOrDefault(value, ""))),
    ];

    /// <summary>An age is compared, and a day is asked for; nothing is smaller than no value at all.</summary>
    static bool Fits(string value, FilterValuePiece piece) => piece.IsEquality
        ? piece.Field.Kind is not (FilterFieldKind.Moment or FilterFieldKind.Day) || !char.IsAsciiDigit(value[0])
        : value is not "none";

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

    /// <summary>What was typed of a value, without its quotation marks.</summary>
    static string Plain(string typed)
    {
        if (!typed.StartsWith('"'))
            return typed;
        var plain = new StringBuilder();
        for (var at = 1; at < typed.Length && typed[at] != '"'; at++)
            plain.Append(typed[at] == '\\' && at + 1 < typed.Length ? typed[++at] : typed[at]);
        return plain.ToString();
    }

    /// <summary>The end of the value behind the caret: the closing quotation mark, or the last letter of the word.</summary>
    static int EndOfValue(string text, int from, int caret)
    {
        var end = caret;
        if (from < text.Length && from < caret && text[from] == '"')
            return text.IndexOf('"', Math.Max(from + 1, caret)) is >= 0 and var closing ? closing + 1 : caret;
        while (end < text.Length && !FilterText.Ends(text[end]) && text[end] != ',')
            end++;
        return end;
    }

    /// <summary>The end of the field's name around the caret, with the operator behind it.</summary>
    static int EndOfName(string text, int start, int caret)
    {
        var end = caret;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_'))
            end++;
        while (end > start && end < text.Length && FilterText.IsOperator(text[end]))
            end++;
        return end;
    }

    static bool HasOperator(string text, int caret) => caret < text.Length && FilterText.IsOperator(text[caret]);

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
