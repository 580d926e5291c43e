using System.Security.Cryptography;
using System.Text;

namespace Helios.Kernel.Secrets;

/// <summary>Form 1, what is sealed under the root key itself: AES-256-GCM in an envelope that says how it was made (docs/secrets.md).</summary>
static class Seal
{
    const byte Version = 1;
    const byte Aes256Gcm = 1;
    const int NonceLength = 12;
    const int TagLength = 16;

    public static byte[] Close(byte[] key, string keyId, ReadOnlySpan<byte> plain, IReadOnlyList<string> context)
    {
        var id = Encoding.ASCII.GetBytes(keyId);
        var header = 3 + id.Length;
        var envelope = new byte[header + NonceLength + plain.Length + TagLength];
        envelope[0] = Version;
        envelope[1] = Aes256Gcm;
        envelope[2] = (byte)id.Length;
        id.CopyTo(envelope, 3);
        var nonce = envelope.AsSpan(header, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, envelope.AsSpan(header + NonceLength, plain.Length), envelope.AsSpan(^TagLength..), SealContext.Of(envelope.AsSpan(0, header), context));
        return envelope;
    }

    public static byte[] Open(byte[] key, ReadOnlySpan<byte> envelope, IReadOnlyList<string> context)
    {
        var header = 3 + KeyOf(envelope).Length;
        var cipher = envelope[(header + NonceLength)..^TagLength];
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(envelope.Slice(header, NonceLength), cipher, envelope[^TagLength..], plain, SealContext.Of(envelope[..header], context));
        return plain;
    }

    /// <summary>The id of the key that an envelope was closed with.</summary>
    public static string KeyOf(ReadOnlySpan<byte> envelope)
    {
        if (envelope.Length < 3 || envelope[0] != Version || envelope[1] != Aes256Gcm || envelope.Length < 3 + envelope[2] + NonceLength + TagLength)
            throw new CryptographicException("This is no sealed value that this version can read.");
        return Encoding.ASCII.GetString(envelope.Slice(3, envelope[2]));
    }
}
