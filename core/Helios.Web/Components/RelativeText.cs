using System.Globalization;

namespace Helios.Web.Components;

/// <summary>The distance between two moments in few words, as the page shows it before its script does.</summary>
public static class RelativeText
{
    /// <summary>As "4 min ago", "in 2 h", "now"; days up to a month, then the date.</summary>
    public static string Between(DateTimeOffset time, DateTimeOffset now)
    {
        var distance = (time - now).Duration();
        if (distance < TimeSpan.FromMinutes(1))
            return "now";
        if (distance >= TimeSpan.FromDays(30))
            return time.UtcDateTime.ToString("d MMM yyyy", CultureInfo.CurrentCulture);
        var size = distance switch
        {
            { TotalMinutes: < 60 } => $"{(int)distance.TotalMinutes} min",
            { TotalHours: < 24 } => $"{(int)distance.TotalHours} h",
            { TotalDays: < 2 } => "1 day",
            _ => $"{(int)distance.TotalDays} days",
        };
        return time > now ? "in " + size : size + " ago";
    }
}
