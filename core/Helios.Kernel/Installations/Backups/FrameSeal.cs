using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Helios.Kernel.Installations.Backups;

/// <summary>Seals the frames of one backup: AES-256-GCM under a key of its own, each frame bound to its place.</summary>
/// <remarks>
/// The nonce is the number of the part, the number of the frame and whether it is the part's last, so that frames that were
/// moved, repeated, left out or cut off do not open. The key is new for each backup, so no nonce is used twice with it.
/// </remarks>
sealed class FrameSeal(byte[] key, byte[] header) : IDisposable
{
    /// <summary>Bytes of a full frame before it is sealed.</summary>
    public const int FrameLength = 256 * 1024;

    /// <summary>Bytes that a sealed frame ends with.</summary>
    public const int TagLength = 16;

    const int NonceLength = 12;
    const ulong LastMark = 1UL << 63;
    readonly AesGcm aes = new(key, TagLength);

    public void Close(uint part, ulong frame, bool isLast, ReadOnlySpan<byte> plain, Span<byte> cipher, Span<byte> tag)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        Place(nonce, part, frame, isLast);
        aes.Encrypt(nonce, plain, cipher, tag, header);
    }

    /// <summary>Opens what <see cref="Close"/> sealed.</summary>
    /// <exception cref="CryptographicException">The frame is damaged or stands in another's place.</exception>
    public void Open(uint part, ulong frame, bool isLast, ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> tag, Span<byte> plain)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        Place(nonce, part, frame, isLast);
        aes.Decrypt(nonce, cipher, tag, plain, header);
    }

    public void Dispose() => aes.Dispose();

    static void Place(Span<byte> nonce, uint part, ulong frame, bool isLast)
    {
        BinaryPrimitives.WriteUInt32BigEndian(nonce, part);
        BinaryPrimitives.WriteUInt64BigEndian(nonce[4..], isLast ? frame | LastMark : frame);
    }
}
