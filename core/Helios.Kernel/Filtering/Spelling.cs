namespace Helios.Kernel.Filtering;

/// <summary>Finds the word that somebody meant.</summary>
static class Spelling
{
    /// <summary>The nearest of the known words, or null when none is near: at most one slip for three letters, and two in all.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length > 40)
            return null;
        var nearest = known.Select(candidate => (Candidate: candidate, Slips: Slips(word.ToLowerInvariant(), candidate))).MinBy(found => found.Slips);
        return nearest.Candidate is not null && nearest.Slips <= Math.Clamp(word.Length / 3, 1, 2) ? nearest.Candidate : null;
    }

    /// <summary>Letters wrong, missing, too many, or two changed over (the optimal string alignment distance).</summary>
    static int Slips(string one, string other)
    {
        var costs = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            costs[i, 0] = i;
        for (var j = 0; j <= other.Length; j++)
            costs[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = costs[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                costs[i, j] = Math.Min(replaced, Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
            }
        }

        return costs[one.Length, other.Length];
    }
}
