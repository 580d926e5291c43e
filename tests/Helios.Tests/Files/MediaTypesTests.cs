using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Helios.Kernel.Files;
using Xunit;

namespace Helios.Tests.Files;

public sealed class MediaTypesTests
{
    [Theory]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>", "text/html")]
    [InlineData("  \r\n\t<hTmL>", "text/html")]
    [InlineData("<script>alert(1)</script>", "text/html")]
    [InlineData("<!-- harmless? --><img onerror=x>", "text/html")]
    [InlineData("<b>", "text/html")]
    [InlineData("<bold", "text/plain")]
    [InlineData("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", "text/xml")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "text/plain")]
    [InlineData("%PDF-1.7\n", "application/pdf")]
    [InlineData(" %PDF-1.7\n", "text/plain")]
    [InlineData("PK\u0003\u0004docx", "application/zip")]
    [InlineData("MZ\u0090\u0000\u0003", "application/octet-stream")]
    [InlineData("Just words, with a tab\tand a line.\n", "text/plain")]
    [InlineData("GIF89", "text/plain")]
    public void The_content_says_what_a_file_is(string content, string type) => Assert.Equal(type, MediaTypes.Of(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void Pictures_are_known_by_their_first_bytes()
    {
        Assert.Equal(MediaTypes.Png, MediaTypes.Of(Pictures.OnePixel));
        Assert.Equal(MediaTypes.Jpeg, MediaTypes.Of(Pictures.Jpeg(1, 1)));
        Assert.Equal(MediaTypes.Gif, MediaTypes.Of(Pictures.Gif(1, 1)));
        Assert.Equal(MediaTypes.WebP, MediaTypes.Of(Pictures.WebP("VP8 ")));
    }

    [Fact]
    public void A_picture_that_is_a_page_too_is_a_picture_and_a_page_named_png_is_none()
    {
        Assert.Equal(MediaTypes.Png, MediaTypes.Of(Pictures.Png(1, 1, "<html><script>alert(1)</script>")));
        Assert.False(MediaTypes.IsShown(MediaTypes.Of("<html><body>cat.png"u8)));
        Assert.False(MediaTypes.IsShown("image/svg+xml"));
        Assert.False(MediaTypes.IsShown(MediaTypes.Of("BM not shown"u8)));
    }

    [Fact]
    public void Nothing_that_begins_like_a_page_is_ever_shown() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), rest => MediaTypes.Of([.. "<html>"u8, .. rest]) is "text/html").QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_have_a_type() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => MediaTypes.Of(bytes).Length > 0).QuickCheckThrowOnFailure();
}
