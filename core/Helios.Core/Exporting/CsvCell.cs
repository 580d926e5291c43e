using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Helios.Kernel.Input;

namespace Helios.Core.Exporting;

/// <summary>A value as the cell of a CSV file, and such a cell as the text that it was.</summary>
public static class CsvCell
{
    const char Guard = '\'';

    static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n\t'");

    /// <summary>A spreadsheet computes what begins like a formula, which may send the rest of the sheet somewhere; an apostrophe makes it text (OWASP, CSV injection).</summary>
    public static bool IsFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';

    /// <summary>The text without the apostrophe that an export put before it.</summary>
    public static string Read(string cell) => cell.StartsWith(Guard) && IsGuarded(cell) ? cell[1..] : cell;

    /// <summary>The text of a cell that somebody typed, safe for spreadsheets.</summary>
    public static string Safe(string text) => IsGuarded(text) ? Guard + text : text;

    /// <summary>Whether a text gets an apostrophe: also one that has some before a formula already, or the import would take one of its own.</summary>
    static bool IsGuarded(string text) => IsFormula(text.TrimStart(Guard));

    /// <summary>Writes a value. Numbers, days and times come from the machine and compute nothing.</summary>
    public static void Append(StringBuilder to, object? value)
    {
        if (value is null)
            return;
        var text = Text(value);
        if (value is not (IFormattable and not Enum))
            text = Safe(text);
        if (text.AsSpan().IndexOfAny(Quoted) < 0 && (text.Length == 0 || (text[0] != ' ' && text[^1] != ' ')))
            to.Append(text);
        else
            to.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    static string Text(object value) => value switch
    {
        string text => text.Replace("\0", "", StringComparison.Ordinal),
        bool flag => flag ? "true" : "false",
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum word => JsonSerializer.SerializeToElement(word, word.GetType(), HeliosJson.Options).ToString(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        JsonElement element => element.ToString(),
        IEnumerable<string> texts => string.Join("; ", texts),
        IEnumerable many and not IDictionary => string.Join("; ", many.Cast<object?>().Where(item => item is not null).Select(item => Text(item!))),
        _ => JsonSerializer.Serialize(value, value.GetType(), HeliosJson.Options),
    };
}
