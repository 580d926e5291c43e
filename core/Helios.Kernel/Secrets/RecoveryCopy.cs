using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Helios.Kernel.Installations;

namespace Helios.Kernel.Secrets;

/// <summary>The root key on paper: fifteen words of five letters, each with a check letter of its own, so that a slip is named by its word.</summary>
public static partial class RecoveryCopy
{
    internal const int WordCount = 15;
    const int WordLetters = 4;
    const int ProofLength = 5;

    /// <summary>The text to print and to put in a safe place.</summary>
    public static string Write(RootKey key)
    {
        var text = new StringBuilder();
        text.Append("Helios recovery copy of the root key\n\n");
        text.Append("Whoever has this sheet and the data can read every secret; without the key nobody can.\n");
        text.Append("Keep it apart from data and backups. To put the key back: ./helios run --recovery-key FILE\n\n");
        text.Append("Key: ").Append(key.Id).Append("\n\n");
        foreach (var line in Words(key).Chunk(5))
            text.AppendJoin("  ", line).Append('\n');
        return text.ToString();
    }

    /// <summary>The fifteen words alone.</summary>
    public static IReadOnlyList<string> Words(RootKey key)
    {
        var groups = CrockfordBase32.Split([.. key.Secret, .. Proof(key.Id, key.Secret)]);
        return [.. groups.Chunk(WordLetters).Select((word, index) => string.Concat(word.Append(Check(word, index)).Select(value => CrockfordBase32.Letters[value])))];
    }

    /// <summary>Reads a copy, as it was printed or as somebody typed it: case, spaces and look-alike letters do not matter.</summary>
    /// <exception cref="InstallationException">The key's name is missing, a word is wrong, or they do not belong together.</exception>
    public static RootKey Read(string text)
    {
        var name = Name().Match(text);
        if (!name.Success)
            throw Unreadable("The recovery copy does not say which key it holds (root-2026a-…).");
        var words = text[(name.Index + name.Length)..].Split((char[])[' ', '\t', '\r', '\n', '-', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != WordCount)
            throw Unreadable($"The recovery copy has {words.Length} words after the key's name, and {WordCount} are needed.");
        var bytes = CrockfordBase32.Join(words.SelectMany(Values));
        var id = name.Value.ToLowerInvariant();
        var secret = bytes[..RootKey.Length];
        if (!CryptographicOperations.FixedTimeEquals(bytes.AsSpan(RootKey.Length, ProofLength), Proof(id, secret)))
            throw Unreadable("The words of the recovery copy do not belong to each other or to the key's name.");
        return new RootKey(id, secret);
    }

    static IEnumerable<int> Values(string word, int index)
    {
        var values = word.Select(CrockfordBase32.ValueOf).ToList();
        if (values.Count != WordLetters + 1 || values.Contains(-1) || values[WordLetters] != Check(values[..WordLetters], index))
            throw Unreadable($"Word {index + 1} of the recovery copy ({word}) is mistyped.");
        return values.Take(WordLetters);
    }

    // Odd weights: a change of one letter always shows; the place of the word counts, so that words that changed places show too.
    static int Check(IEnumerable<int> word, int index) => word.Select((value, place) => value * ((2 * place) + 1)).Aggregate(index, (sum, part) => (sum + part) & 31);

    static byte[] Proof(string id, ReadOnlySpan<byte> secret) => SHA256.HashData([.. Encoding.ASCII.GetBytes($"helios recovery {id} "), .. secret])[..ProofLength];

    static InstallationException Unreadable(string what) => new(what, "Compare it with the paper and correct the file.");

    [GeneratedRegex("root-[0-9]{4}[a-z]-[0-9a-z]{4,12}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
