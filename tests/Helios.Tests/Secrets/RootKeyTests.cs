using System.Security.Cryptography;
using Helios.Kernel.Installations;
using Helios.Kernel.Secrets;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Helios.Tests.Secrets;

public sealed class RootKeyTests
{
    readonly RootKey key = RootKey.Make(TimeProvider.System);

    [Fact]
    public void Keys_made_on_one_machine_bear_different_names()
    {
        var names = Enumerable.Range(0, 50).Select(_ => RootKey.Make(TimeProvider.System).Id).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(50, names.Count);
        Assert.All(names, name => Assert.Matches("^root-[0-9]{4}a-[0-9a-z]{5}$", name));
    }

    [Fact]
    public void A_purpose_always_gives_the_same_key_and_another_purpose_another_one()
    {
        Assert.Equal(key.Derive("tokens"), key.Derive("tokens"));
        Assert.NotEqual(key.Derive("tokens"), key.Derive("links"));
        Assert.NotEqual(key.Derive("tokens"), RootKey.Make(TimeProvider.System).Derive("tokens"));
        Assert.Equal(32, key.Derive("tokens").Length);
    }

    [Fact]
    public void What_is_sealed_opens_with_the_same_purpose_and_context() =>
        Prop.ForAll<byte[], string[]>((plain, context) =>
        {
            var about = context.Select(part => part ?? "").ToList();
            return key.Open("test", key.Seal("test", plain, about), about).AsSpan().SequenceEqual(plain);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_changed_bit_is_refused()
    {
        var envelope = key.Seal("test", "secret"u8, "acme", "record");

        for (var at = 0; at < envelope.Length; at++)
        {
            var changed = (byte[])envelope.Clone();
            changed[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => key.Open("test", changed, "acme", "record"));
        }
    }

    [Theory]
    [InlineData("test", "acme", "other")]
    [InlineData("test", "acmerecord", "")]
    [InlineData("test", "acm", "erecord")]
    [InlineData("other", "acme", "record")]
    public void A_value_that_was_moved_is_refused(string purpose, string organization, string record)
    {
        var envelope = key.Seal("test", "secret"u8, "acme", "record");

        Assert.ThrowsAny<CryptographicException>(() => key.Open(purpose, envelope, organization, record));
    }

    [Fact]
    public void A_value_of_another_key_names_both()
    {
        var other = RootKey.Make(TimeProvider.System);

        var refused = Assert.Throws<CryptographicException>(() => key.Open("test", other.Seal("test", "secret"u8)));

        Assert.Contains(other.Id, refused.Message, StringComparison.Ordinal);
        Assert.Contains(key.Id, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("01")]
    [InlineData("0101ff")]
    public void What_is_no_envelope_is_refused(string hex) =>
        Assert.Throws<CryptographicException>(() => key.Open("test", Convert.FromHexString(hex)));

    [Fact]
    public void A_key_never_prints_itself() => Assert.Equal(key.Id, $"{key}");

    [Fact]
    public void The_recovery_copy_brings_the_key_back_as_people_type_it()
    {
        var words = string.Join("   ", RecoveryCopy.Words(key)).ToLowerInvariant().Replace('0', 'o').Replace('1', 'l');
        var typed = $"{key.Id.ToUpperInvariant()}\n{words}";

        Assert.Equal(key.CheckValue, RecoveryCopy.Read(typed).CheckValue);
        Assert.Equal(key.CheckValue, RecoveryCopy.Read(key.RecoveryCopy).CheckValue);
    }

    [Fact]
    public void A_slip_is_named_by_its_word()
    {
        var words = RecoveryCopy.Words(key).ToList();
        Assert.Equal((15, 5), (words.Count, words[0].Length));
        foreach (var letter in Enumerable.Range(0, 5))
        {
            var slip = words[6].ToCharArray();
            slip[letter] = slip[letter] == 'A' ? 'B' : 'A';
            var refused = Assert.Throws<InstallationException>(() => RecoveryCopy.Read($"{key.Id}\n{string.Join(' ', words.Select((word, index) => index == 6 ? new string(slip) : word))}"));

            Assert.Contains("Word 7 ", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Missing_swapped_and_foreign_words_are_refused()
    {
        var words = RecoveryCopy.Words(key);
        string[] swapped = [words[1], words[0], .. words.Skip(2)];

        Assert.Contains("14 words", Refused($"{key.Id} {string.Join(' ', words.Skip(1))}"), StringComparison.Ordinal);
        Assert.Contains("mistyped", Refused($"{key.Id} {string.Join(' ', swapped)}"), StringComparison.Ordinal);
        Assert.Contains("do not belong", Refused($"{RootKey.Make(TimeProvider.System).Id} {string.Join(' ', words)}"), StringComparison.Ordinal);
        Assert.Contains("which key", Refused(string.Join(' ', words)), StringComparison.Ordinal);
    }

    static string Refused(string text) => Assert.Throws<InstallationException>(() => RecoveryCopy.Read(text)).Message;
}
