using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Helios.Web.Pages;
using Xunit;

namespace Helios.Tests.Pages;

public sealed class HtmlBufferTests
{
    [Fact]
    public void What_is_written_piece_by_piece_is_the_same_text_in_UTF_8() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string[]>(), pieces =>
    {
        var whole = pieces.Select(piece => Sound(piece)).ToArray();
        using var buffer = new HtmlBuffer();
        foreach (var piece in whole)
            buffer.Write(piece);
        return buffer.Written.Span.SequenceEqual(Encoding.UTF8.GetBytes(string.Concat(whole)));
    }));

    [Fact]
    public void It_grows_as_far_as_a_page_needs()
    {
        using var buffer = new HtmlBuffer();
        var line = new string('ü', 1000);
        for (var i = 0; i < 500; i++)
        {
            buffer.Write('<');
            buffer.Write('é');
            buffer.Write(line.ToCharArray(), 0, line.Length);
        }

        Assert.Equal(500 * (1 + 2 + 2000), buffer.Written.Length);
        Assert.Equal(string.Concat(Enumerable.Repeat("<é" + line, 500)), Encoding.UTF8.GetString(buffer.Written.Span));
    }

    /// <summary>Lone surrogates are no text.</summary>
    static string Sound(string? text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
}
