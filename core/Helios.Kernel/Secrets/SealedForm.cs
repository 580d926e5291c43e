using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Helios.Kernel.Secrets;

/// <summary>Form 2, a sealed value of an organization: a data key made for this value alone seals it, and the organization's key seals the data key.</summary>
/// <remarks>
/// The bytes (docs/secrets.md): form 2, algorithm 1 (AES-256-GCM), key version (4, big-endian); nonce (12), data key (32), tag (16);
/// nonce (12), value, tag (16). The value is its length (4, big-endian), its UTF-8, and zeros up to a multiple of 64, so that
/// the size tells little. Both parts are bound to a <see cref="SealPlace"/>, the data key to the key's version as well.
/// </remarks>
public static class SealedForm
{
    const byte Form = 2;
    const byte Aes256Gcm = 1;
    const int Header = 6;
    const int Nonce = 12;
    const int Tag = 16;
    const int Wrapped = Nonce + RootKey.Length + Tag;
    const int Shortest = Header + Wrapped + Nonce + Block + Tag;
    const int Block = 64;
    const int Length = 4;

    /// <summary>Seals a text with a data key of its own.</summary>
    public static byte[] Close(ReadOnlySpan<byte> key, int version, SealPlace place, string text)
    {
        var padded = (Length + Encoding.UTF8.GetByteCount(text) + Block - 1) / Block * Block;
        var envelope = new byte[Header + Wrapped + Nonce + padded + Tag];
        envelope[0] = Form;
        envelope[1] = Aes256Gcm;
        BinaryPrimitives.WriteInt32BigEndian(envelope.AsSpan(2), version);
        using var data = KeyBytes.Random();
        using var plain = KeyBytes.Empty(padded);
        BinaryPrimitives.WriteInt32BigEndian(plain.Span, Encoding.UTF8.GetBytes(text, plain.Span[Length..]));
        Encrypt(key, data.Span, envelope.AsSpan(Header, Wrapped), SealContext.Of(envelope.AsSpan(0, Header), place.Parts("data key")));
        Encrypt(data.Span, plain.Span, envelope.AsSpan(Header + Wrapped), SealContext.Of(envelope.AsSpan(0, 2), place.Parts("value")));
        return envelope;
    }

    /// <summary>Opens what <see cref="Close"/> sealed for the same place.</summary>
    /// <exception cref="CryptographicException">It was changed or moved, or another key sealed it.</exception>
    public static string Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> envelope, SealPlace place)
    {
        VersionOf(envelope);
        using var data = KeyBytes.Empty(RootKey.Length);
        using var plain = KeyBytes.Empty(envelope.Length - Header - Wrapped - Nonce - Tag);
        Decrypt(key, envelope.Slice(Header, Wrapped), data.Span, SealContext.Of(envelope[..Header], place.Parts("data key")));
        Decrypt(data.Span, envelope[(Header + Wrapped)..], plain.Span, SealContext.Of(envelope[..2], place.Parts("value")));
        return Encoding.UTF8.GetString(plain.Span.Slice(Length, BinaryPrimitives.ReadInt32BigEndian(plain.Span)));
    }

    /// <summary>The version of the organization's key that sealed it.</summary>
    /// <exception cref="CryptographicException">It is no value of this form.</exception>
    public static int VersionOf(ReadOnlySpan<byte> envelope) =>
        envelope.Length >= Shortest && (envelope.Length - Shortest) % Block == 0 && envelope[0] == Form && envelope[1] == Aes256Gcm
            ? BinaryPrimitives.ReadInt32BigEndian(envelope[2..])
            : throw new CryptographicException("This is no sealed value that this version can read.");

    static void Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, Span<byte> sealedPart, byte[] context)
    {
        RandomNumberGenerator.Fill(sealedPart[..Nonce]);
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(sealedPart[..Nonce], plain, sealedPart[Nonce..^Tag], sealedPart[^Tag..], context);
    }

    static void Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> sealedPart, Span<byte> plain, byte[] context)
    {
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(sealedPart[..Nonce], sealedPart[Nonce..^Tag], sealedPart[^Tag..], plain, context);
    }
}
