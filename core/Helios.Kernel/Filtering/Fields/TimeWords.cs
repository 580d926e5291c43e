using System.Globalization;

namespace Helios.Kernel.Filtering.Fields;

/// <summary>Reads what people write for times: dates, <c>today</c>, ages such as <c>7d</c>.</summary>
static class TimeWords
{
    const string HowToDay = "Write a date such as 2026-01-31, today, yesterday or tomorrow, or an age such as 7d, 2w, 3mo or 1y.";
    const string HowToMoment = "Write a date such as 2026-01-31, a time such as 2026-01-31T14:30, today, yesterday, tomorrow or now, or an age such as 30m, 4h, 7d, 2w, 3mo or 1y.";

    /// <summary>Ages and years beyond this are typing errors, and would leave the calendar.</summary>
    const int FirstYear = 1000;
    const int LastYear = 9000;

    static readonly string[] LocalForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm"];
    static readonly string[] LocalFormsWithSeconds = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];
    static readonly string[] ZonedForms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];
    static readonly string[] ZonedMinuteForms = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'"];

    /// <summary>What can be written for a day, or for a point in time.</summary>
    public static string HowTo(FilterFieldKind kind) => kind is FilterFieldKind.Day ? HowToDay : HowToMoment;

    /// <summary>What the offered words mean.</summary>
    public static IReadOnlyDictionary<string, string> Meanings(bool isAhead)
    {
        var away = isAhead ? "from now" : "ago";
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["1h"] = $"an hour {away}",
            ["3d"] = $"3 days {away}",
            ["7d"] = $"7 days {away}",
            ["2w"] = $"2 weeks {away}",
            ["30d"] = $"30 days {away}",
            ["none"] = "no date",
        };
    }

    /// <summary>The local time that is an age before <paramref name="now"/>, or after it when <paramref name="sign"/> is 1; null when the text is no age.</summary>
    public static DateTime? Away(string text, DateTime now, int sign)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > 5)
            return null;
        var count = int.Parse(text.AsSpan(0, digits), CultureInfo.InvariantCulture);
        double? days = text[digits..].ToLowerInvariant() switch
        {
            "m" => count / 1440d,
            "h" => count / 24d,
            "d" => count,
            "w" => count * 7d,
            "mo" => count * 31d,
            "y" => count * 366d,
            _ => null,
        };
        if (days is null || now.Year + (sign * days / 365) is < FirstYear or > LastYear)
            return null;
        return text[digits..].ToLowerInvariant() switch
        {
            "mo" => now.AddMonths(sign * count),
            "y" => now.AddYears(sign * count),
            _ => now.AddDays(sign * days.Value),
        };
    }

    /// <summary>Whether an age is counted in minutes or hours, which clocks that change do not stretch.</summary>
    public static bool IsExact(string text) => text.EndsWith('h') || text.EndsWith('m') || text.EndsWith('H') || text.EndsWith('M');

    /// <summary>The stretch of local time that a word or date means; null when it is none, or carries a zone of its own.</summary>
    public static (DateTime From, DateTime Until)? Stretch(string text, DateTime now)
    {
        switch (text.ToLowerInvariant())
        {
            case "now":
                return (now, now);
            case "today":
                return (now.Date, now.Date.AddDays(1));
            case "yesterday":
                return (now.Date.AddDays(-1), now.Date);
            case "tomorrow":
                return (now.Date.AddDays(1), now.Date.AddDays(2));
        }

        return Exactly(text, ["yyyy-MM-dd"], day => day.AddDays(1))
            ?? Exactly(text, ["yyyy-MM"], month => month.AddMonths(1))
            ?? Exactly(text, ["yyyy"], year => year.AddYears(1))
            ?? Exactly(text, LocalForms, minute => minute.AddMinutes(1))
            ?? Exactly(text, LocalFormsWithSeconds, second => second.AddSeconds(1));
    }

    /// <summary>The stretch that a time with a zone of its own means, such as 2026-01-31T14:30Z.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until)? ZonedStretch(string text)
    {
        if (text.Length < 17)
            return null;
        if (DateTimeOffset.TryParseExact(text, ZonedMinuteForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var minute) && IsSane(minute.Year))
            return (minute.ToUniversalTime(), minute.ToUniversalTime().AddMinutes(1));
        if (!DateTimeOffset.TryParseExact(text, ZonedForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var second) || !IsSane(second.Year))
            return null;
        // A microsecond is the finest that the database stores.
        return (second.ToUniversalTime(), second.ToUniversalTime() + (second.Ticks % TimeSpan.TicksPerSecond == 0 ? TimeSpan.FromSeconds(1) : TimeSpan.FromMicroseconds(1)));
    }

    static (DateTime From, DateTime Until)? Exactly(string text, string[] forms, Func<DateTime, DateTime> end) =>
        DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && IsSane(time.Year) ? (time, end(time)) : null;

    static bool IsSane(int year) => year is >= FirstYear and <= LastYear;
}
