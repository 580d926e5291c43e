using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Helios.Kernel.Secrets;
using Xunit;

namespace Helios.Tests.Secrets;

/// <summary>The form of sealed values: what was sealed opens in its own place, and nothing else opens at all.</summary>
public sealed class SealedFormTests
{
    static readonly SealPlace Place = new("integration", Guid.Parse("01a1fdab-0000-7000-8000-000000000001"), "organization_secret", Guid.Parse("01a1fdab-0000-7000-8000-000000000002"), 3);

    readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public void What_is_sealed_opens_in_its_place() => Prop.ForAll<NonNull<string>, int, Guid>((text, revision, row) =>
    {
        // Lone halves of a pair are no text, and no door lets them in.
        var sent = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
        var place = Place with { Revision = revision, Row = row };
        return SealedForm.Open(key, SealedForm.Close(key, 7, place, sent), place) == sent;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_changed_bit_is_refused()
    {
        var envelope = SealedForm.Close(key, 7, Place, "relay-4711");
        for (var bit = 0; bit < envelope.Length * 8; bit++)
        {
            var changed = (byte[])envelope.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.ThrowsAny<CryptographicException>(() => SealedForm.Open(key, changed, Place));
        }
    }

    [Fact]
    public void Every_other_length_is_refused()
    {
        var envelope = SealedForm.Close(key, 7, Place, new string('x', 200));
        for (var length = 0; length < envelope.Length; length++)
            Assert.ThrowsAny<CryptographicException>(() => SealedForm.Open(key, envelope.AsSpan(0, length), Place));
        foreach (var more in new[] { 1, 16, 64 })
            Assert.ThrowsAny<CryptographicException>(() => SealedForm.Open(key, [.. envelope, .. new byte[more]], Place));
    }

    [Fact]
    public void Whatever_bytes_come_nothing_but_a_refusal_is_thrown() => Prop.ForAll<byte[], bool>((bytes, looksRight) =>
    {
        byte[] sent = looksRight ? [2, 1, 0, 0, 0, 7, .. bytes, .. new byte[Math.Max(0, 158 - 6 - bytes.Length)]] : bytes;
        Assert.ThrowsAny<CryptographicException>(() => SealedForm.Open(key, sent, Place));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_value_that_was_moved_is_refused()
    {
        var envelope = SealedForm.Close(key, 7, Place, "relay-4711");
        foreach (var elsewhere in new[]
        {
            Place with { Purpose = "identity" }, Place with { Organization = Guid.CreateVersion7() }, Place with { Table = "credential" },
            Place with { Row = Guid.CreateVersion7() }, Place with { Revision = 2 }, Place with { Revision = 4 },
        })
            Assert.ThrowsAny<CryptographicException>(() => SealedForm.Open(key, envelope, elsewhere));
        Assert.ThrowsAny<CryptographicException>(() => SealedForm.Open(RandomNumberGenerator.GetBytes(32), envelope, Place));
    }

    [Fact]
    public void Parts_of_two_envelopes_do_not_make_a_third()
    {
        var (one, other) = (SealedForm.Close(key, 7, Place, "one"), SealedForm.Close(key, 7, Place, "other"));

        Assert.ThrowsAny<CryptographicException>(() => SealedForm.Open(key, [.. one[..66], .. other[66..]], Place));
    }

    [Fact]
    public void No_nonce_and_no_data_key_comes_twice()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 2000; i++)
        {
            var envelope = SealedForm.Close(key, 7, Place, "relay-4711");
            Assert.True(seen.Add(Convert.ToHexString(envelope, 6, 12)));
            Assert.True(seen.Add(Convert.ToHexString(envelope, 66, 12)));
            Assert.True(seen.Add(Convert.ToHexString(envelope, 18, 32)));
        }
    }

    [Fact]
    public void The_size_tells_little() =>
        Assert.Equal([158, 222], Enumerable.Range(0, 125).Select(length => SealedForm.Close(key, 7, Place, new string('x', length)).Length).Distinct());

    [Fact]
    public void Another_form_is_named_as_such()
    {
        byte[] later = [3, .. SealedForm.Close(key, 7, Place, "relay-4711")[1..]];

        Assert.Contains("this version can read", Assert.Throws<CryptographicException>(() => SealedForm.VersionOf(later)).Message, StringComparison.Ordinal);
        Assert.Equal(7, SealedForm.VersionOf(SealedForm.Close(key, 7, Place, "")));
    }

    /// <summary>Sealed by the first version of the form, as docs/secrets.md describes it: every later version opens it.</summary>
    [Fact]
    public void A_value_of_the_first_version_still_opens() => Assert.Equal("grüße", SealedForm.Open(key, SealedAsDescribed(key, "grüße"), Place));

    /// <summary>Written from docs/secrets.md alone.</summary>
    static byte[] SealedAsDescribed(byte[] organizationKey, string text)
    {
        byte[] header = [2, 1, 0, 0, 0, 7];
        var dataKey = Enumerable.Repeat((byte)0x33, 32).ToArray();
        var (nonce, other) = (Enumerable.Repeat((byte)0x20, 12).ToArray(), Enumerable.Repeat((byte)0x21, 12).ToArray());
        var utf8 = Encoding.UTF8.GetBytes(text);
        byte[] plain = [0, 0, 0, (byte)utf8.Length, .. utf8, .. new byte[60 - utf8.Length]];
        string[] place = ["integration", "01a1fdab-0000-7000-8000-000000000001", "organization_secret", "01a1fdab-0000-7000-8000-000000000002", "3"];
        return [.. header, .. Gcm(organizationKey, nonce, dataKey, Bound([header, .. Texts(["data key", .. place])])), .. Gcm(dataKey, other, plain, Bound([header[..2], .. Texts(["value", .. place])]))];
    }

    static IEnumerable<byte[]> Texts(IEnumerable<string> texts) => texts.Select(Encoding.UTF8.GetBytes);

    static byte[] Bound(IEnumerable<byte[]> parts) => [.. parts.SelectMany(part => (byte[])[0, 0, 0, (byte)part.Length, .. part])];

    static byte[] Gcm(byte[] key, byte[] nonce, byte[] plain, byte[] bound)
    {
        var (cipher, tag) = (new byte[plain.Length], new byte[16]);
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(nonce, plain, cipher, tag, bound);
        return [.. nonce, .. cipher, .. tag];
    }
}
