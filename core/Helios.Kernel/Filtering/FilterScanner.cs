namespace Helios.Kernel.Filtering;

/// <summary>The small pieces of the filter language: names, operators, bare words.</summary>
static class FilterScanner
{
    /// <summary>The first character that no text column can hold: a control character, or half of a pair.</summary>
    public static (int Position, int Length)? Unreadable(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (char.IsControl(letter) && letter is not ('\t' or '\n' or '\r'))
                return (index, 1);
            if (!char.IsSurrogate(letter))
                continue;
            if (index + 1 == text.Length || !char.IsSurrogatePair(letter, text[index + 1]))
                return (index, 1);
            index++;
        }

        return null;
    }

    public static void SkipSpace(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
    }

    /// <summary>The length of a field's name when one stands here with an operator behind it, else 0.</summary>
    public static int FieldLength(string text, int at)
    {
        if (!char.IsAsciiLetter(text[at]))
            return 0;
        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.' or '-'))
            end++;
        return end < text.Length && FilterText.IsOperator(text[end]) ? end - at : 0;
    }

    /// <summary>The operator that stands here. <c>:</c> may stand before another one, as in <c>updated:&lt;7d</c>.</summary>
    public static FilterOperator? Operator(string text, ref int at)
    {
        if (text[at] == ':' && at + 1 < text.Length && FilterText.IsOperator(text[at + 1]) && text[at + 1] is not ':')
            at++;
        var first = text[at++];
        var isLonger = at < text.Length && text[at] == '=';
        if (first is '<' or '>' or '!' && isLonger)
            at++;
        return first switch
        {
            ':' or '=' => FilterOperator.Equal,
            '<' => isLonger ? FilterOperator.LessOrEqual : FilterOperator.Less,
            '>' => isLonger ? FilterOperator.GreaterOrEqual : FilterOperator.Greater,
            _ => isLonger ? FilterOperator.NotEqual : null,
        };
    }

    public static bool IsKeyword(string text, int at, string keyword)
    {
        if (string.CompareOrdinal(text, at, keyword, 0, keyword.Length) != 0)
            return false;
        var end = at + keyword.Length;
        return end == text.Length || FilterText.Ends(text[end]);
    }

    public static FilterValue BareWord(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && !FilterText.Ends(text[at]))
            at++;
        return new FilterValue(text[start..at], start, at - start);
    }

    public static FilterValue BareValue(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && !FilterText.Ends(text[at]) && text[at] != ',')
            at++;
        return new FilterValue(text[start..at], start, at - start);
    }
}
