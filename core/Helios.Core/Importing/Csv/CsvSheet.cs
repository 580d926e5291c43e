using System.Globalization;
using CsvHelper;
using Helios.Kernel.Problems;

namespace Helios.Core.Importing.Csv;

/// <summary>A file of rows: header and cells.</summary>
/// <param name="Headers">The first row.</param>
/// <param name="Rows">The rows below that are not empty.</param>
/// <param name="Format">Encoding and delimiter in words.</param>
public sealed record CsvSheet(string[] Headers, IReadOnlyList<CsvRow> Rows, string Format)
{
    /// <summary>20 MB: more than 100,000 rows of people need.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>The same in base64, which takes four letters for three bytes.</summary>
    public const int MostBase64 = (MostBytes / 3 * 4) + 8;

    public const int MostRows = 100_000;

    const int MostColumns = 200;

    static readonly (char Sign, string Name)[] Delimiters = [(',', "comma"), (';', "semicolon"), ('\t', "tab"), ('|', "bar")];

    /// <summary>Reads a file, or says what is wrong with it.</summary>
    public static Outcome<CsvSheet> Read(byte[] content)
    {
        if (content.Length == 0)
            return Wrong("The file is empty. Choose a CSV file with a header and at least one row.");
        if (content.Length > MostBytes)
            return Wrong("The file is larger than 20 MB. Split it into several files.");
        if (content is [0x50, 0x4B, 0x03, 0x04, ..])
            return Wrong("This is a workbook or an archive, not a CSV file. Open it in the spreadsheet and save it as CSV.");
        return Read(FileText.Read(content));
    }

    static Outcome<CsvSheet> Read(FileText text)
    {
        var (sign, name) = DelimiterOf(text.Text);
        long? unclosed = null;
        using var reader = CsvReader.FromText(text.Text, new CsvReaderOptions
        {
            Separator = sign,
            HasHeader = false,
            SkipEmptyLines = false,
            OnMalformedRecord = record => unclosed ??= record.Reason is CsvMalformedReason.UnterminatedQuote ? record.RecordNumber : null,
        });
        if (!reader.Read() || CellsOf(reader) is not { } headers || headers.All(string.IsNullOrWhiteSpace))
            return Wrong("The first row must name the columns, and it is empty. Add a header.");
        if (headers.Length > MostColumns)
            return Wrong("The file has more than 200 columns. Leave out those that are not needed.");
        List<CsvRow> rows = [];
        for (var number = 2; reader.Read(); number++)
        {
            var cells = CellsOf(reader);
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (rows.Count == MostRows)
                return Wrong("The file has more than 100,000 rows. Split it into several files.");
            rows.Add(new CsvRow(number, cells));
        }

        if (unclosed is { } row)
            return Wrong(string.Create(CultureInfo.InvariantCulture, $"A quotation mark that is opened in row {row} is never closed. Close it and upload the file again."));
        return rows.Count == 0
            ? Wrong("The file has a header and no rows. There is nothing to import.")
            : new CsvSheet([.. headers.Select(header => header.Trim())], rows, $"{text.Encoding}, {name} between columns");
    }

    static string[] CellsOf(CsvReader reader)
    {
        var cells = new string[reader.FieldCount];
        for (var index = 0; index < cells.Length; index++)
            cells[index] = reader.GetString(index);
        return cells;
    }

    /// <summary>The sign that stands most often in the header, outside of quotation marks.</summary>
    static (char Sign, string Name) DelimiterOf(string text)
    {
        var counts = new Dictionary<char, int>();
        var isQuoted = false;
        foreach (var letter in text)
        {
            if (letter == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && letter is '\n' or '\r')
                break;
            else if (!isQuoted)
                counts[letter] = counts.GetValueOrDefault(letter) + 1;
        }

        return Delimiters.MaxBy(delimiter => counts.GetValueOrDefault(delimiter.Sign));
    }

    static Problem Wrong(string sentence) => Problem.Invalid("content", sentence);
}
