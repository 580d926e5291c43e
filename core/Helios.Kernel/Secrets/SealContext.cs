using System.Buffers.Binary;
using System.Text;

namespace Helios.Kernel.Secrets;

/// <summary>The additional authenticated data of an envelope: what it was sealed for, so that it opens nowhere else.</summary>
static class SealContext
{
    /// <summary>Header and parts, each with its length before it (4 bytes, big-endian), so that no two lists give the same bytes.</summary>
    public static byte[] Of(ReadOnlySpan<byte> header, IReadOnlyList<string> parts)
    {
        using var bound = new MemoryStream();
        Add(bound, header);
        foreach (var part in parts)
            Add(bound, Encoding.UTF8.GetBytes(part));
        return bound.ToArray();
    }

    static void Add(MemoryStream bound, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        bound.Write(length);
        bound.Write(part);
    }
}
