using System.Buffers.Binary;

namespace Helios.Kernel.Installations.Backups;

/// <summary>Writes one part of a backup as sealed frames; the last is written when it is disposed.</summary>
sealed class SealedWriter(Stream file, FrameSeal seal, uint part) : ForwardStream
{
    readonly byte[] plain = new byte[FrameSeal.FrameLength];
    readonly byte[] frame = new byte[sizeof(uint) + FrameSeal.FrameLength + FrameSeal.TagLength];
    int filled;
    ulong number;
    bool isClosed;

    public override bool CanWrite => true;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (filled == plain.Length)
                Put(isLast: false);
            var taken = Math.Min(buffer.Length, plain.Length - filled);
            buffer[..taken].CopyTo(plain.AsSpan(filled));
            filled += taken;
            buffer = buffer[taken..];
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !isClosed)
        {
            isClosed = true;
            Put(isLast: true);
        }

        base.Dispose(disposing);
    }

    void Put(bool isLast)
    {
        var tag = sizeof(uint) + filled;
        BinaryPrimitives.WriteUInt32BigEndian(frame, (uint)filled | (isLast ? SealedReader.LastMark : 0));
        seal.Close(part, number++, isLast, plain.AsSpan(0, filled), frame.AsSpan(sizeof(uint), filled), frame.AsSpan(tag, FrameSeal.TagLength));
        file.Write(frame.AsSpan(0, tag + FrameSeal.TagLength));
        filled = 0;
    }
}
