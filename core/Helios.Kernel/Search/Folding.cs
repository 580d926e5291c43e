using System.Globalization;
using System.Text;

namespace Helios.Kernel.Search;

/// <summary>Text as it is compared where case, accents and spacing do not matter.</summary>
public static class Folding
{
    /// <summary>Lower case, without accents, with single spaces; empty when nothing is left.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
                continue;
            if (!char.IsWhiteSpace(letter))
                folded.Append(char.ToLowerInvariant(letter));
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd(' ').Normalize(NormalizationForm.FormC);
    }
}
