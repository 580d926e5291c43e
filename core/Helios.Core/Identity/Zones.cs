namespace Helios.Core.Identity;

/// <summary>Time zones by their IANA name.</summary>
public static class Zones
{
    /// <summary>The zone; UTC where this machine does not know it any more.</summary>
    public static TimeZoneInfo Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>Whether this machine knows the zone.</summary>
    public static bool Exists(string name) => name.Length is > 0 and <= 64 && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);
}
