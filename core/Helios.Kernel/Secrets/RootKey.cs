using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Helios.Kernel.Secrets;

/// <summary>The one secret of an installation that lies outside its database; everything sealed stands under it.</summary>
public sealed class RootKey
{
    /// <summary>Bytes of the key.</summary>
    public const int Length = 32;

    const string IdLetters = "abcdefghjkmnpqrstvwxyz23456789";
    readonly byte[] secret;

    internal RootKey(string id, byte[] secret)
    {
        if (secret.Length != Length)
            throw new ArgumentException($"A root key has {Length} bytes.", nameof(secret));
        Id = id;
        this.secret = secret;
    }

    /// <summary>The name of the key, such as <c>root-2026a-x7f3k</c>; the end tells the installations of one machine apart.</summary>
    public string Id { get; }

    /// <summary>Tells a wrong key from a damaged record without giving the key away.</summary>
    public byte[] CheckValue => HMACSHA256.HashData(Derive("check"), Encoding.ASCII.GetBytes(Id));

    /// <summary>The text to print and keep: it brings the key back when the machine is lost.</summary>
    public string RecoveryCopy => Secrets.RecoveryCopy.Write(this);

    internal ReadOnlySpan<byte> Secret => secret;

    /// <summary>Makes a new key of this year.</summary>
    public static RootKey Make(TimeProvider clock) => new(
        string.Create(CultureInfo.InvariantCulture, $"root-{clock.GetUtcNow().Year}a-{RandomNumberGenerator.GetString(IdLetters, 5)}"),
        RandomNumberGenerator.GetBytes(Length));

    /// <summary>A key of 32 bytes for one purpose, such as <c>tokens</c>; the same purpose gives the same key.</summary>
    /// <remarks>HKDF (RFC 5869) with SHA-256.</remarks>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Length, salt: null, info: Encoding.UTF8.GetBytes("helios/" + purpose));

    /// <summary>Seals a value for one purpose and one place: it opens only with the same purpose and the same context.</summary>
    /// <param name="purpose">What the value is for, such as <c>data-protection</c>.</param>
    /// <param name="plain">The value.</param>
    /// <param name="context">What it belongs to: organization, record, revision. A copy elsewhere does not open.</param>
    public byte[] Seal(string purpose, ReadOnlySpan<byte> plain, params IReadOnlyList<string> context)
    {
        var key = Derive("seal/" + purpose);
        try
        {
            return Secrets.Seal.Close(key, Id, plain, [purpose, .. context]);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Opens what <see cref="Seal"/> closed.</summary>
    /// <exception cref="CryptographicException">It was changed, moved, or sealed with another key.</exception>
    public byte[] Open(string purpose, ReadOnlySpan<byte> envelope, params IReadOnlyList<string> context)
    {
        if (Secrets.Seal.KeyOf(envelope) is var sealer && !string.Equals(sealer, Id, StringComparison.Ordinal))
            throw new CryptographicException($"The value is sealed with the root key {sealer}, and this installation has {Id}.");
        var key = Derive("seal/" + purpose);
        try
        {
            return Secrets.Seal.Open(key, envelope, [purpose, .. context]);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Says its name only.</summary>
    public override string ToString() => Id;
}
