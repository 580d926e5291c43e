using System.Buffers.Binary;

namespace Helios.Kernel.Files;

/// <summary>The one thing that a page needs of what cameras write into pictures: whether the picture lies on its side (Exif 2.32, tag 274).</summary>
static class Exif
{
    const int Orientation = 0x0112;

    /// <summary>The orientations that swap width and height.</summary>
    const int FirstTurned = 5, LastTurned = 8;

    /// <summary>The tag stands in the first directory, near the beginning.</summary>
    const int Looked = 4096;

    /// <summary>Whether the segment at the position says that the picture is turned by a quarter.</summary>
    public static bool IsTurned(Stream content, int length)
    {
        var bytes = new byte[Math.Min(length, Looked)];
        var read = bytes.AsSpan(0, content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        if (!read.StartsWith("Exif\0\0"u8))
            return false;
        ReadOnlySpan<byte> tiff = read[6..];
        if (tiff.Length < 8)
            return false;
        var isLittle = tiff.StartsWith("II"u8);
        var at = Number(tiff, 4, isLittle);
        if (at > tiff.Length - 2)
            return false;
        var entries = Short(tiff, (int)at, isLittle);
        for (var entry = (int)at + 2; entries > 0 && entry + 12 <= tiff.Length; entry += 12, entries--)
            if (Short(tiff, entry, isLittle) == Orientation)
                return Short(tiff, entry + 8, isLittle) is >= FirstTurned and <= LastTurned;
        return false;
    }

    static uint Number(ReadOnlySpan<byte> tiff, int at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[at..]);

    static int Short(ReadOnlySpan<byte> tiff, int at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt16BigEndian(tiff[at..]);
}
