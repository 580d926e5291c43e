using System.Text;
using Helios.Core.Importing.Csv;
using Helios.Kernel.Problems;
using Xunit;

namespace Helios.Tests.Importing;

public sealed class CsvSheetTests
{
    const string Text = "Navn,By\r\nJørgen \"Jo\" Ås,\"Bodø, nord\"\r\n,\r\nLine,\"two\r\nlines\"\r\n";

    public static TheoryData<string, byte[]> Encodings() => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Text) },
        { "UTF-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)] },
        { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)] },
        { "UTF-16", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "UTF-16", Encoding.Unicode.GetBytes(Text) },
        { "UTF-16", Encoding.BigEndianUnicode.GetBytes(Text) },
        { "Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_reads_the_same(string name, byte[] content)
    {
        var sheet = CsvSheet.Read(content).Expect();

        Assert.Equal(["Navn", "By"], sheet.Headers);
        Assert.Equal([2, 4], sheet.Rows.Select(row => row.Number));
        Assert.Equal(["Jørgen \"Jo\" Ås", "Bodø, nord"], sheet.Rows[0].Cells);
        Assert.Equal("two\r\nlines", sheet.Rows[1].Cells[1]);
        Assert.StartsWith(name, sheet.Format, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(';', "semicolon")]
    [InlineData('\t', "tab")]
    [InlineData('|', "bar")]
    [InlineData(',', "comma")]
    public void The_delimiter_is_found_in_the_header(char delimiter, string name)
    {
        var text = $"\"A, the; first | one\"{delimiter}B{delimiter}C\n1{delimiter}2, and{delimiter}3".Replace(name is "comma" ? "2, and" : "\u0001", "2", StringComparison.Ordinal);
        var sheet = CsvSheet.Read(Encoding.UTF8.GetBytes(text)).Expect();

        Assert.Equal(3, sheet.Headers.Length);
        Assert.Equal("3", sheet.Rows[0].Cells[2]);
        Assert.Contains(name, sheet.Format, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\n\n", "first row")]
    [InlineData("A,B\n", "no rows")]
    [InlineData("A,B\n1,\"two\n3,4", "row 2 is never closed")]
    [InlineData("PK\u0003\u0004x", "workbook")]
    public void What_is_no_table_is_refused_in_plain_words(string text, string words)
    {
        var problem = CsvSheet.Read(Encoding.UTF8.GetBytes(text)).Problem!;

        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        Assert.Contains(words, problem.Text, StringComparison.Ordinal);
    }
}
