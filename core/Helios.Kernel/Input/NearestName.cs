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

    // Letters to add, drop, replace or swap with their neighbor, blind to case (optimal string alignment).
    static int Distance(string one, string other)
    {
        if (other.Length > Longest)
            return int.MaxValue;
        var costs = new int[one.Length + 1, other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
            costs[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            costs[i, 0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1;
                cost = Math.Min(cost, costs[i - 1, j - 1] + (IsSame(one[i - 1], other[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && IsSame(one[i - 1], other[j - 2]) && IsSame(one[i - 2], other[j - 1]))
                    cost = Math.Min(cost, costs[i - 2, j - 2] + 1);
                costs[i, j] = cost;
            }
        }

        return costs[one.Length, other.Length];
    }

    static bool IsSame(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
