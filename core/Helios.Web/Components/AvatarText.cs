using System.Globalization;

namespace Helios.Web.Components;

/// <summary>What an avatar shows of a name.</summary>
public static class AvatarText
{
    const int Tints = 7;

    /// <summary>The first letters of the first two words, in capitals.</summary>
    public static string Initials(string name)
    {
        // A list shows a hundred of them: only what is taken from the name is made.
        Span<Range> words = stackalloc Range[3];
        var count = Math.Min(2, name.AsSpan().Split(words, ' ', StringSplitOptions.RemoveEmptyEntries));
        return count switch
        {
            0 => "",
            1 => Letter(name, words[0]),
            _ => Letter(name, words[0]) + Letter(name, words[1]),
        };
    }

    /// <summary>The first letter as people see it, with what is written above or behind it.</summary>
    static string Letter(string name, Range word)
    {
        var letters = name.AsSpan()[word];
        return letters[..StringInfo.GetNextTextElementLength(letters)].ToString().ToUpperInvariant();
    }

    /// <summary>A number from 0 to 6 that is always the same for a name.</summary>
    public static int Tint(string name)
    {
        var sum = 7u;
        foreach (var letter in name)
            sum = (sum * 31) + letter;
        return (int)(sum % Tints);
    }
}
