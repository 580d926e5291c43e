using System.Globalization;
using System.Text;

namespace Helios.Kernel.Files;

/// <summary>Names of files as people send them, made harmless: no folders, no control characters, nothing that turns the direction of writing.</summary>
public static class FileNames
{
    /// <summary>Stands for a name of which nothing is left.</summary>
    public const string Nameless = "file";

    /// <summary>The longest extension that is kept when a long name is cut, with its point.</summary>
    const int LongestExtension = 12;

    /// <summary>The last part of the name in normal form C, cut to <see cref="FileLimits.LongestName"/>; never empty, never a path.</summary>
    /// <remarks>Both slashes end a folder, since browsers send either. U+202E and its like would show "gpj.exe" as "exe.jpg".</remarks>
    public static string Clean(string? name)
    {
        var last = (name ?? "")[((name ?? "").LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                kept.Append(' ');
            else if (!IsDangerous(rune))
                kept.Append(rune.ToString());
        }

        var words = kept.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var clean = Cut(string.Join(' ', words)).Trim(' ', '.');
        return clean.Length == 0 ? Nameless : clean;
    }

    /// <summary>What stands behind the last point, in capitals, as "PDF"; empty where there is none.</summary>
    public static string Extension(string name) =>
        name.LastIndexOf('.') is var point and > 0 && name.Length - point is > 1 and <= LongestExtension ? name[(point + 1)..].ToUpperInvariant() : "";

    // EnumerateRunes gives U+FFFD for half a character. Joiners (U+200C, U+200D) are letters to Persian and to emoji.
    static bool IsDangerous(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => rune == Rune.ReplacementChar || rune.Value is ':' or '*' or '?' or '"' or '<' or '>' or '|',
    };

    static string Cut(string name)
    {
        if (name.Length <= FileLimits.LongestName)
            return name;
        var point = name.LastIndexOf('.');
        var extension = point > 0 && name.Length - point <= LongestExtension ? name[point..] : "";
        var end = FileLimits.LongestName - extension.Length;
        if (char.IsHighSurrogate(name[end - 1]))
            end--;
        return name[..end] + extension;
    }
}
