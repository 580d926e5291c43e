using FsCheck;
using FsCheck.Fluent;
using Helios.Kernel.Files;
using Xunit;

namespace Helios.Tests.Files;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\mei\\photo.png", "photo.png")]
    [InlineData("..", "file")]
    [InlineData("/", "file")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    [InlineData("a\0b\r\nSet-Cookie: x.txt", "ab Set-Cookie x.txt")]
    [InlineData("invoice\u202Egpj.exe", "invoicegpj.exe")]
    [InlineData("\u2066hidden\u2069.txt", "hidden.txt")]
    [InlineData("  two   blanks .txt ", "two blanks .txt")]
    [InlineData("Résumé.pdf", "Résumé.pdf")]
    [InlineData("履歴書 🙂.docx", "履歴書 🙂.docx")]
    [InlineData("می‌خواهم.txt", "می‌خواهم.txt")]
    [InlineData("what?<b>.png", "whatb.png")]
    public void A_name_is_made_harmless(string? sent, string name) => Assert.Equal(name, FileNames.Clean(sent));

    [Fact]
    public void A_long_name_keeps_its_extension_and_no_half_letter()
    {
        var name = FileNames.Clean(string.Concat(Enumerable.Repeat("🙂", 300)) + ".jpeg");
        Assert.EndsWith("🙂.jpeg", name, StringComparison.Ordinal);
        Assert.InRange(name.Length, FileLimits.LongestName - 1, FileLimits.LongestName);
    }

    [Fact]
    public void Whatever_is_sent_the_name_is_no_path_and_stays_as_it_is_when_cleaned_again() => Prop.ForAll(ArbMap.Default.ArbFor<string?>(), sent =>
    {
        var name = FileNames.Clean(sent);
        return name.Length is > 0 and <= FileLimits.LongestName && name is not ("." or "..") && name.IndexOfAny(['/', '\\', '\0', '\r', '\n', '\u202E']) < 0
            && string.Equals(FileNames.Clean(name), name, StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a.pdf", "PDF")]
    [InlineData("a", "")]
    [InlineData(".profile", "")]
    [InlineData("a.", "")]
    public void The_extension_stands_behind_the_last_point(string name, string extension) => Assert.Equal(extension, FileNames.Extension(name));
}
