using System.Globalization;
using System.Text;

namespace Helios.Core.CustomFields;

/// <summary>Makes immutable names from what people call things: small Latin letters, digits and underscores, beginning with a letter.</summary>
static class ApiNames
{
    public const int Longest = 60;
    public const string Form = "^[a-z][a-z0-9_]*$";
    public const string FormText = "An API name has small letters, digits and “_”, begins with a letter and has at most 60 characters.";

    /// <summary>A name that is not taken yet; <paramref name="fallback"/> where the text has no Latin letters.</summary>
    public static string Make(string text, string fallback, Func<string, bool> isTaken)
    {
        var made = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(letter))
                made.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && made.Length > 0 && made[^1] != '_')
                made.Append('_');
        var name = made.ToString().Trim('_');
        if (name.Length == 0 || !char.IsAsciiLetterLower(name[0]))
            name = name.Length == 0 ? fallback : $"{fallback}_{name}";
        if (name.Length > Longest - 4)
            name = name[..(Longest - 4)].TrimEnd('_');
        var free = name;
        for (var number = 2; isTaken(free); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
        return free;
    }
}
