using System.Globalization;
using System.Security.Cryptography;
using Helios.Kernel.Installations;

namespace Helios.Kernel.Secrets;

/// <summary>Proves that somebody has the recovery copy at hand: he types three of its words, or the whole of it, back from where he keeps it.</summary>
public static class RecoveryProof
{
    /// <summary>How many words are asked for.</summary>
    public const int Count = 3;

    /// <summary>The places of the words that an account is asked for, counted from 1. The same each time, so that a slip can be corrected.</summary>
    public static IReadOnlyList<int> Asked(RootKey key, Guid account)
    {
        var dice = HMACSHA256.HashData(key.Derive("recovery-proof"), account.ToByteArray());
        return [.. Enumerable.Range(1, RecoveryCopy.WordCount).OrderBy(place => dice[place]).ThenBy(place => place).Take(Count).Order()];
    }

    /// <summary>What is wrong with what was typed, with the way out; null when it proves the copy.</summary>
    public static string? Broken(RootKey key, IReadOnlyList<int> asked, string typed)
    {
        var words = typed.Split((char[])[' ', '\t', '\r', '\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < RecoveryCopy.WordCount && words.Length != asked.Count)
            return string.Create(CultureInfo.InvariantCulture, $"{Told(words.Length)} typed, and {asked.Count} are asked for. {Way(asked)}");
        if (words.Length != asked.Count)
            return BrokenCopy(key, words.Length == RecoveryCopy.WordCount ? $"{key.Id} {typed}" : typed, asked);
        for (var i = 0; i < words.Length; i++)
            if (!Same(words[i], RecoveryCopy.Words(key)[asked[i] - 1]))
                return string.Create(CultureInfo.InvariantCulture, $"Word {asked[i]} is not “{words[i]}”. Compare it with your copy; if your copy says so, save it anew.");
        return null;
    }

    static string? BrokenCopy(RootKey key, string typed, IReadOnlyList<int> asked)
    {
        try
        {
            return CryptographicOperations.FixedTimeEquals(RecoveryCopy.Read(typed).CheckValue, key.CheckValue)
                ? null
                : $"This is the recovery copy of another key. Take the one of {key.Id}.";
        }
        catch (InstallationException e)
        {
            return $"{e.Message} {Way(asked)}";
        }
    }

    static string Told(int words) => words == 1 ? "One word is" : string.Create(CultureInfo.InvariantCulture, $"{words} words are");

    static string Way(IReadOnlyList<int> asked) => $"Type words {string.Join(", ", asked)} in this order, with spaces between, or paste the whole copy with the key's name.";

    static bool Same(string typed, string word) =>
        typed.Length == word.Length && typed.Select(CrockfordBase32.ValueOf).SequenceEqual(word.Select(CrockfordBase32.ValueOf));
}
