using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Helios.Kernel.Installations.Backups;

/// <summary>Reads the sealed frames of one part.</summary>
sealed class SealedReader(Stream file, FrameSeal seal, uint part) : ForwardStream
{
    /// <summary>The bit of a frame's length that says that no frame follows; the seal covers it.</summary>
    public const uint LastMark = 1u << 31;

    readonly byte[] frame = new byte[FrameSeal.FrameLength + FrameSeal.TagLength];
    readonly byte[] plain = new byte[FrameSeal.FrameLength];
    int at;
    int filled;
    ulong number;
    bool hasEnded;

    public override bool CanRead => true;

    public override int Read(Span<byte> buffer)
    {
        while (at == filled && !hasEnded)
            Take();
        var taken = Math.Min(buffer.Length, filled - at);
        plain.AsSpan(at, taken).CopyTo(buffer);
        at += taken;
        return taken;
    }

    void Take()
    {
        Span<byte> mark = stackalloc byte[sizeof(uint)];
        file.ReadExactly(mark);
        var value = BinaryPrimitives.ReadUInt32BigEndian(mark);
        hasEnded = (value & LastMark) != 0;
        var length = value & ~LastMark;
        if (length > FrameSeal.FrameLength)
            throw new CryptographicException("The length of a frame is no length.");
        (at, filled) = (0, (int)length);
        file.ReadExactly(frame.AsSpan(0, filled + FrameSeal.TagLength));
        seal.Open(part, number++, hasEnded, frame.AsSpan(0, filled), frame.AsSpan(filled, FrameSeal.TagLength), plain.AsSpan(0, filled));
    }
}
