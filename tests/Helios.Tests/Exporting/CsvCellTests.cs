using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Helios.Core.Exporting;
using Helios.Core.Importing.Csv;
using Xunit;

namespace Helios.Tests.Exporting;

/// <summary>The cells of exported files: safe for spreadsheets, and the same text when they are read again.</summary>
public sealed class CsvCellTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+351 21 000", "\"'+351 21 000\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("'=1+1", "\"''=1+1\"")]
    [InlineData("'quoted'", "\"'quoted'\"")]
    [InlineData("\tTab", "\"'\tTab\"")]
    [InlineData("\rReturn", "\"'\rReturn\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("one,two", "\"one,two\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    public void Text_is_written_so_that_no_spreadsheet_computes_it(string text, string cell) => Assert.Equal(cell, Written(text));

    [Fact]
    public void Numbers_days_times_and_flags_are_written_for_machines()
    {
        Assert.Equal("-2.5", Written(-2.5m));
        Assert.Equal("true", Written(true));
        Assert.Equal("2026-11-17", Written(new DateOnly(2026, 11, 17)));
        Assert.Equal("2026-11-17T08:05:00.25Z", Written(new DateTimeOffset(2026, 11, 17, 10, 5, 0, 250, TimeSpan.FromHours(2))));
        Assert.Equal("a; b", Written(new[] { "a", "b" }));
    }

    [Fact]
    public void Every_text_is_read_as_it_was_written() => Prop.ForAll<string?>(Survives).QuickCheckThrowOnFailure();

    static void Survives(string? typed)
    {
        var text = (typed ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();
        // Half a surrogate is no text that UTF-8 can hold.
        if (text.Length == 0 || text.Any(char.IsSurrogate))
            return;
        var sheet = CsvSheet.Read(Encoding.UTF8.GetBytes($"A,B\r\n{Written(text)},x\r\n")).Expect();
        Assert.Equal(text, CsvCell.Read(sheet.Rows[0].Cells[0]));
    }

    static string Written(object value)
    {
        var cell = new StringBuilder();
        CsvCell.Append(cell, value);
        return cell.ToString();
    }
}
