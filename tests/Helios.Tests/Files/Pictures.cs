using System.Buffers.Binary;
using System.Text;

namespace Helios.Tests.Files;

/// <summary>The beginnings of pictures, byte by byte, so that a test says what it means.</summary>
static class Pictures
{
    /// <summary>A whole PNG of one pixel, which browsers show.</summary>
    public static byte[] OnePixel { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    public static byte[] Png(int width, int height, string rest = "")
    {
        var head = new byte[24];
        new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R' }.CopyTo(head, 0);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(20), height);
        return [.. head, .. Encoding.UTF8.GetBytes(rest)];
    }

    public static byte[] Gif(ushort width, ushort height) =>
        [.. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0, 0, 0];

    /// <summary>A JPEG with so many bytes of other segments before its frame, and an orientation where one is given.</summary>
    public static byte[] Jpeg(ushort width, ushort height, int before = 0, int? orientation = null, bool isLittle = false)
    {
        List<byte> bytes = [0xFF, 0xD8];
        if (orientation is { } turned)
            bytes.AddRange(Segment(0xE1, Exif((ushort)turned, isLittle)));
        for (var left = before; left > 0; left -= 60_000)
            bytes.AddRange(Segment(0xE2, new byte[Math.Min(left, 60_000)]));
        bytes.Add(0xFF);
        bytes.AddRange(Segment(0xC2, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 3]));
        return [.. bytes];
    }

    public static byte[] WebP(string form, params byte[] data) =>
        [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. Encoding.ASCII.GetBytes(form), 0, 0, 0, 0, .. data, .. new byte[16]];

    static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    static byte[] Exif(ushort orientation, bool isLittle) => isLittle
        ? [.. "Exif\0\0II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0]
        : [.. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0];
}
