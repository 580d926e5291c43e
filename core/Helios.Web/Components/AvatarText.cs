using System.Globalization;

namespace Helios.Web.Components;

/// <summary>What an avatar shows of a name.</summary>
public static class AvatarText
{
    const int Tints = 7;

    /// <summary>The first letters of the first two words, in capitals.</summary>
    public static string Initials(string name) => string.Concat(name
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Take(2)
        .Select(word => StringInfo.GetNextTextElement(word).ToUpperInvariant()));

    /// <summary>A number from 0 to 6 that is always the same for a name.</summary>
    public static int Tint(string name)
    {
        var sum = 7u;
        foreach (var letter in name)
            sum = (sum * 31) + letter;
        return (int)(sum % Tints);
    }
}
