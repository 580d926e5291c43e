using FsCheck;
using FsCheck.Fluent;
using Helios.Kernel.Files;
using Xunit;

namespace Helios.Tests.Files;

public sealed class PictureSizeTests
{
    [Fact]
    public void Each_format_tells_its_size()
    {
        Assert.Equal((640, 480), Of(Pictures.Png(640, 480)));
        Assert.Equal((640, 480), Of(Pictures.Gif(640, 480)));
        Assert.Equal((640, 480), Of(Pictures.Jpeg(640, 480)));
        Assert.Equal((640, 480), Of(Pictures.WebP("VP8 ", 0, 0, 0, 0x9D, 1, 0x2A, 0x80, 0x02, 0xE0, 0x01)));
        Assert.Equal((640, 480), Of(Pictures.WebP("VP8X", 0, 0, 0, 0, 0x7F, 0x02, 0, 0xDF, 0x01, 0)));
        Assert.Equal((640, 480), Of(Pictures.WebP("VP8L", 0x2F, 0x7F, 0xC2, 0x77, 0)));
    }

    [Fact]
    public void A_photo_has_its_frame_behind_a_long_preview() => Assert.Equal((4000, 3000), Of(Pictures.Jpeg(4000, 3000, before: 200_000)));

    [Theory]
    [InlineData(1, 4000, 3000)]
    [InlineData(3, 4000, 3000)]
    [InlineData(6, 3000, 4000)]
    [InlineData(8, 3000, 4000)]
    public void A_camera_held_upright_turns_the_picture(int orientation, int width, int height)
    {
        Assert.Equal((width, height), Of(Pictures.Jpeg(4000, 3000, orientation: orientation)));
        Assert.Equal((width, height), Of(Pictures.Jpeg(4000, 3000, orientation: orientation, isLittle: true)));
    }

    [Fact]
    public void A_picture_that_would_fill_the_memory_of_its_readers_has_no_size()
    {
        Assert.Null(Of(Pictures.Png(50_000, 50_000)));
        Assert.Null(Of(Pictures.Png(int.MaxValue, int.MaxValue)));
        Assert.Null(Of(Pictures.Png(0, 10)));
        Assert.Null(Of(Pictures.Png(-1, -1)));
    }

    [Fact]
    public void Half_a_picture_breaks_nothing()
    {
        foreach (var whole in new[] { Pictures.Png(9, 9), Pictures.Gif(9, 9), Pictures.Jpeg(9, 9, before: 9, orientation: 6), Pictures.WebP("VP8L", 0x2F) })
            for (var length = 0; length < whole.Length; length++)
                _ = Of(whole[..length]);
    }

    [Fact]
    public void Any_bytes_behind_the_mark_of_a_format_break_nothing() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), rest =>
    {
        byte[][] marks = [[0xFF, 0xD8, 0xFF, 0xE1], Pictures.Png(1, 1)[..12], Pictures.Gif(1, 1)[..6], Pictures.WebP("VP8X")[..16], Pictures.Jpeg(1, 1, orientation: 6)[..12]];
        foreach (var mark in marks)
            _ = Of([.. mark, .. rest]);
        return true;
    }).QuickCheckThrowOnFailure();

    static (int Width, int Height)? Of(byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return PictureSize.Of(content, MediaTypes.Of(bytes)) is { } size ? (size.Width, size.Height) : null;
    }
}
