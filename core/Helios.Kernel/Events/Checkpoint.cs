using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Helios.Kernel.Events;

/// <summary>A signed word about a chain: with which link it ended at which time. Kept elsewhere, it shows what was cut off or written anew since.</summary>
/// <param name="Organization">Whose chain.</param>
/// <param name="Seq">The last link.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="SignedAt">When it was signed, in UTC, to the microsecond.</param>
/// <param name="Key">The name of the signing key: the first 16 hex digits of SHA-256 over its public half.</param>
/// <param name="Signature">ECDSA over P-256 with SHA-256, r and s, 64 bytes.</param>
public sealed record Checkpoint(Guid Organization, long Seq, byte[] Hash, DateTimeOffset SignedAt, string Key, byte[] Signature)
{
    /// <summary>The bytes that are signed: <c>helios.checkpoint.1</c>, then each field with its length before it (4 bytes, big-endian).</summary>
    public byte[] Signed()
    {
        Span<byte> number = stackalloc byte[8];
        List<byte> bytes = [.. "helios.checkpoint.1"u8];
        Add(bytes, Organization.ToByteArray(bigEndian: true));
        BinaryPrimitives.WriteInt64BigEndian(number, Seq);
        Add(bytes, number);
        Add(bytes, Hash);
        BinaryPrimitives.WriteInt64BigEndian(number, Microseconds(SignedAt));
        Add(bytes, number);
        Add(bytes, Encoding.ASCII.GetBytes(Key));
        return [.. bytes];
    }

    /// <summary>Whether the key with this public half signed it.</summary>
    /// <param name="spki">The public half, SubjectPublicKeyInfo.</param>
    public bool IsSignedBy(byte[] spki)
    {
        if (!string.Equals(Key, NameOf(spki), StringComparison.Ordinal))
            return false;
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(spki, out _);
        return key.VerifyData(Signed(), Signature, HashAlgorithmName.SHA256);
    }

    /// <summary>The name of a signing key.</summary>
    public static string NameOf(byte[] spki) => Convert.ToHexStringLower(SHA256.HashData(spki))[..16];

    /// <summary>Microseconds since 1970 in UTC.</summary>
    internal static long Microseconds(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The time of so many microseconds.</summary>
    internal static DateTimeOffset Time(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    static void Add(List<byte> bytes, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        bytes.AddRange(length);
        bytes.AddRange(part);
    }
}
