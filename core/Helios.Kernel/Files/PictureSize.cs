using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Helios.Kernel.Files;

/// <summary>Width and height of a picture in pixels as a browser shows it, so that a page can keep its place. Nothing is decoded.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>A picture of more pixels is not shown beside others: it would cost every reader its decoding.</summary>
    const long MostPixels = 50_000_000;

    /// <summary>So much of a JPEG is searched for its frame; cameras put previews of up to 64 KiB before it.</summary>
    const int LongestSearch = 1 << 20;

    /// <summary>The size of a picture of this type; null where the content does not tell one that can be shown.</summary>
    /// <param name="content">The whole file; its position is moved.</param>
    /// <param name="type">What <see cref="MediaTypes"/> found.</param>
    public static PictureSize? Of(Stream content, string type)
    {
        content.Position = 0;
        Span<byte> head = stackalloc byte[30];
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var size = type switch
        {
            MediaTypes.Png => Png(head),
            MediaTypes.Gif when head.Length >= 10 => new PictureSize(Little(head[6..]), Little(head[8..])),
            MediaTypes.WebP => WebP(head),
            MediaTypes.Jpeg => Jpeg(content),
            _ => (PictureSize?)null,
        };
        return size is { Width: > 0, Height: > 0 } known && (long)known.Width * known.Height <= MostPixels ? known : null;
    }

    static PictureSize? Png(ReadOnlySpan<byte> head) => head.Length >= 24 && head[12..16].SequenceEqual("IHDR"u8)
        ? new PictureSize(BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]))
        : null;

    static PictureSize? WebP(ReadOnlySpan<byte> head)
    {
        if (head.Length < 30)
            return null;
        if (head[12..16].SequenceEqual("VP8 "u8))
            return new PictureSize(Little(head[26..]) & 0x3FFF, Little(head[28..]) & 0x3FFF);
        if (head[12..16].SequenceEqual("VP8X"u8))
            return new PictureSize(1 + head[24] + (head[25] << 8) + (head[26] << 16), 1 + head[27] + (head[28] << 8) + (head[29] << 16));
        if (!head[12..16].SequenceEqual("VP8L"u8) || head[20] != 0x2F)
            return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
        return new PictureSize(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
    }

    /// <summary>Walks the segments to the frame. A camera held upright says so in Exif, and browsers turn the picture then.</summary>
    static PictureSize? Jpeg(Stream content)
    {
        var isTurned = false;
        Span<byte> segment = stackalloc byte[4];
        for (content.Position = 2; content.Position < LongestSearch;)
        {
            if (content.ReadAtLeast(segment, 4, throwOnEndOfStream: false) < 4 || segment[0] != 0xFF)
                return null;
            if (segment[1] == 0xFF)
            {
                content.Position -= 3;
                continue;
            }

            var (marker, length) = (segment[1], BinaryPrimitives.ReadUInt16BigEndian(segment[2..]) - 2);
            var next = content.Position + length;
            if (length < 0 || marker is 0xD9 or 0xDA)
                return null;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return Frame(content, isTurned);
            if (marker == 0xE1)
                isTurned |= Exif.IsTurned(content, length);
            content.Position = next;
        }

        return null;
    }

    static PictureSize? Frame(Stream content, bool isTurned)
    {
        Span<byte> frame = stackalloc byte[5];
        if (content.ReadAtLeast(frame, 5, throwOnEndOfStream: false) < 5)
            return null;
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
        return isTurned ? new PictureSize(height, width) : new PictureSize(width, height);
    }

    static int Little(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
