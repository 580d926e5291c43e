namespace Helios.Kernel.Input;

/// <summary>Finds the name that somebody probably meant.</summary>
public static class NearestName
{
    const int Longest = 64;

    /// <summary>The known name that differs least from the given one, or null when none is near.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        if (name.Length is 0 or > Longest)
            return null;
        var allowed = Math.Max(1, name.Length / 3);
        return known.Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .Where(candidate => candidate.Distance <= allowed)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    // Levenshtein's distance over two rows, blind to case.
    static int Distance(string one, string other)
    {
        if (other.Length > Longest)
            return int.MaxValue;
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        var current = new int[other.Length + 1];
        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = previous[j - 1] + (char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[other.Length];
    }
}
