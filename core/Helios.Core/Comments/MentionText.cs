using System.Text.RegularExpressions;

namespace Helios.Core.Comments;

/// <summary>The marks of people in a text: typed as <c>@Mei Tanaka</c>, <c>@mei.tanaka</c> or <c>@U-12</c>, kept as <c>@U-12</c>.</summary>
public static partial class MentionText
{
    /// <summary>What a text names that may be somebody: keys, user names and mail addresses, each once.</summary>
    public static IReadOnlyList<string> Named(string body) =>
        [.. Mark().Matches(body).Select(match => match.Groups["who"].Value.TrimEnd('.', '-')).Where(who => who.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The text with the people whom it names by their keys.</summary>
    /// <param name="body">The text as typed.</param>
    /// <param name="people">What may stand behind the sign for each key: name, user name, mail address.</param>
    public static string Keep(string body, IEnumerable<(string Word, string Key)> people)
    {
        // The longest first: of Mei and Mei Tanaka the text means whom it names in full.
        foreach (var (word, key) in people.Where(pair => pair.Word.Length > 0).OrderByDescending(pair => pair.Word.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal))
            body = Regex.Replace(body, $@"(?<![\w@])@{Regex.Escape(word)}(?![\w-])", "@" + key, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
        return body;
    }

    /// <summary>Whether the text names this key.</summary>
    public static bool Names(string body, string key) => Key().Matches(body).Any(match => match.Groups["key"].Value == key);

    /// <summary>A person's mark as it is kept.</summary>
    [GeneratedRegex(@"(?<![\w@])@(?<key>[A-Z]{1,6}-[0-9]{1,18})(?![\w-])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    internal static partial Regex Key();

    [GeneratedRegex(@"(?<![\w@])@(?<who>\w[\w.+-]*(@[\w.-]+)?)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Mark();
}
