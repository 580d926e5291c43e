using System.Globalization;

namespace Helios.Core.Directory;

/// <summary>Reads what people write into cells.</summary>
static class CellText
{
    static readonly string[] Days = ["yyyy-MM-dd", "yyyy/MM/dd", "d.M.yyyy"];

    /// <summary>Yes or no, or null where the text is neither.</summary>
    public static bool? Flag(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "y" or "1" or "x" or "active" or "on" => true,
        "false" or "no" or "n" or "0" or "inactive" or "off" => false,
        _ => null,
    };

    /// <summary>A day written year first, or day first with points; with slashes nobody can tell day from month.</summary>
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
