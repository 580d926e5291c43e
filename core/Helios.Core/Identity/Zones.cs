using System.Globalization;

namespace Helios.Core.Identity;

/// <summary>Time zones by their IANA name.</summary>
public static class Zones
{
    /// <summary>The zone; UTC where this machine does not know it any more.</summary>
    public static TimeZoneInfo Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>A moment on the clock of a zone, such as "Mon, 30 Nov, 03:10".</summary>
    public static string Clock(DateTimeOffset moment, string zone) => TimeZoneInfo.ConvertTime(moment, Find(zone)).ToString("ddd, d MMM, HH:mm", CultureInfo.CurrentCulture);

    /// <summary>Whether this machine knows the zone.</summary>
    public static bool Exists(string name) => name.Length is > 0 and <= 64 && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);
}
