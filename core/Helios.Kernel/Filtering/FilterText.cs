using System.Buffers;
using System.Text;

namespace Helios.Kernel.Filtering;

/// <summary>How words, values and operators are written.</summary>
static class FilterText
{
    /// <summary>Characters with a meaning of their own; text that holds one stands in quotation marks.</summary>
    static readonly SearchValues<char> Special = SearchValues.Create("\"(),:=!<>");

    public static string Symbol(FilterOperator comparison) => comparison switch
    {
        FilterOperator.Equal => ":",
        FilterOperator.NotEqual => "!=",
        FilterOperator.Less => "<",
        FilterOperator.LessOrEqual => "<=",
        FilterOperator.Greater => ">",
        _ => ">=",
    };

    public static bool IsOperator(char letter) => letter is ':' or '=' or '!' or '<' or '>';

    /// <summary>Whether a bare word or value ends before this character.</summary>
    public static bool Ends(char letter) => letter is '(' or ')' or '"' || char.IsWhiteSpace(letter);

    public static bool IsKeyword(ReadOnlySpan<char> word) => word is "AND" or "OR" or "NOT";

    public static void WriteWord(StringBuilder text, string word)
    {
        if (word.StartsWith('-') || IsKeyword(word))
            WriteQuoted(text, word);
        else
            WriteValue(text, word);
    }

    public static void WriteValue(StringBuilder text, string value)
    {
        if (value.Length == 0 || value.AsSpan().ContainsAny(Special) || value.Any(char.IsWhiteSpace))
            WriteQuoted(text, value);
        else
            text.Append(value);
    }

    static void WriteQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var letter in value)
        {
            if (letter is '"' or '\\')
                text.Append('\\');
            text.Append(letter);
        }

        text.Append('"');
    }
}
