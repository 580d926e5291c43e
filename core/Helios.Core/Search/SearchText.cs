using System.Globalization;
using System.Text.RegularExpressions;
using Helios.Kernel.Entities;
using Helios.Kernel.Search;

namespace Helios.Core.Search;

/// <summary>What somebody typed into the search bar: which keys it may mean, and how well a find fits it.</summary>
sealed partial class SearchText(string text)
{
    readonly string folded = Folding.Of(text);

    /// <summary>The keys that it may mean: T-1042, t 1042 and T1042 the one, 1042 and #1042 that number of every kind.</summary>
    public string[] Keys(IEnumerable<KindDeclaration> kinds)
    {
        if (KeyLike().Match(text) is not { Success: true } match || !long.TryParse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture, out var number))
            return [];
        var prefix = match.Groups["prefix"].Value;
        return [.. kinds
            .Where(kind => prefix.Length == 0 || string.Equals(kind.Prefix, prefix, StringComparison.OrdinalIgnoreCase))
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Prefix}-{number}"))];
    }

    /// <summary>The smaller, the better: key, whole name or address, beginning of the name, beginning of a word in it, the rest; archived ones last.</summary>
    public int Rank(SearchHit hit)
    {
        var title = Folding.Of(hit.Title);
        var rank = (hit.How, title) switch
        {
            (1, _) => 0,
            (2, _) => 1,
            _ when string.Equals(title, folded, StringComparison.Ordinal) => 1,
            _ when title.StartsWith(folded, StringComparison.Ordinal) => 2,
            (3, _) => 3,
            _ when title.Contains(' ' + folded, StringComparison.Ordinal) => 3,
            _ => 4,
        };
        return hit.Archived && rank > 0 ? rank + 10 : rank;
    }

    [GeneratedRegex(@"^\s*(?:#|(?<prefix>[A-Za-z]{1,8})[\s-]?)?(?<number>[0-9]{1,18})\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex KeyLike();
}
