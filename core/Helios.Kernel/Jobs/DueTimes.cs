using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Quartz;

namespace Helios.Kernel.Jobs;

/// <summary>
/// When something is due, on the clock of a place: <c>daily 03:10</c>, <c>weekdays 07:00</c>, <c>mon,thu 06:30</c>,
/// <c>hourly :15</c>, or a cron expression of five fields (crontab) or six (Quartz, seconds first).
/// </summary>
/// <remarks>
/// A time that daylight saving skips is due at the moment the clocks move to. A time that it repeats is due once; times of
/// every hour are due in both.
/// </remarks>
public sealed class DueTimes
{
    static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    readonly CronExpression expression;
    readonly bool isOfEveryHour;

    DueTimes(string text, string words, CronExpression expression)
    {
        Text = text;
        Words = words;
        this.expression = expression;
        isOfEveryHour = expression.CronExpressionString.Split(' ')[2] is var hour && (hour.Contains('*', StringComparison.Ordinal) || hour.Contains('/', StringComparison.Ordinal));
    }

    /// <summary>What was written.</summary>
    public string Text { get; }

    /// <summary>For people, such as "Every day at 03:10".</summary>
    public string Words { get; }

    /// <summary>Reads what somebody wrote; null when it means nothing, or more than one time a minute.</summary>
    public static DueTimes? Read(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (cron, words) = parts is [var first, var time] ? Simple(first.ToLowerInvariant(), time) : (string.Join(' ', parts), text.Trim());
        if (cron is null || !TryParse(cron, out var expression) || !expression.CronExpressionString.Split(' ')[0].All(char.IsAsciiDigit))
            return null;
        return new DueTimes(text.Trim(), words, expression);
    }

    /// <summary>The first due time after a moment; null when there is none any more.</summary>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone)
    {
        var there = expression.WithTimeZone(zone);
        var next = there.GetNextValidTimeAfter(after);
        while (next is { } at && !isOfEveryHour && IsRepeat(at, zone))
            next = there.GetNextValidTimeAfter(at);
        return next?.ToUniversalTime();
    }

    static bool TryParse(string cron, [NotNullWhen(true)] out CronExpression? expression) => cron.Count(letter => letter == ' ') switch
    {
        4 => CronExpression.TryParse(cron, CronFormat.Unix, out expression!),
        5 => CronExpression.TryParse(cron, out expression!),
        _ => (expression = null) is not null,
    };

    static (string? Cron, string Words) Simple(string days, string time)
    {
        if (days == "hourly")
            return time is [':', _, _] && byte.TryParse(time.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var minute) && minute < 60
                ? (Cron(minute, "*", "*"), $"Every hour at {time}")
                : (null, "");
        if (!TimeOnly.TryParseExact(time, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            return (null, "");
        var hour = at.Hour.ToString(CultureInfo.InvariantCulture);
        var clock = at.ToString("HH:mm", CultureInfo.InvariantCulture);
        return days switch
        {
            "daily" => (Cron(at.Minute, hour, "*"), $"Every day at {clock}"),
            "weekdays" => (Cron(at.Minute, hour, "1-5"), $"Monday to Friday at {clock}"),
            _ => Some(days, at.Minute, hour, clock),
        };
    }

    static (string? Cron, string Words) Some(string days, int minute, string hour, string clock)
    {
        var numbers = days.Split(',').Select(day => Array.IndexOf(Days, day)).Distinct().ToList();
        if (numbers.Contains(-1))
            return (null, "");
        var names = numbers.Select(number => CultureInfo.InvariantCulture.DateTimeFormat.DayNames[number]);
        return (Cron(minute, hour, string.Join(',', numbers)), $"{string.Join(", ", names)} at {clock}");
    }

    static string Cron(int minute, string hour, string days) => string.Create(CultureInfo.InvariantCulture, $"{minute} {hour} * * {days}");

    /// <summary>Whether the clock there has shown this time an hour ago already.</summary>
    static bool IsRepeat(DateTimeOffset at, TimeZoneInfo zone)
    {
        var there = TimeZoneInfo.ConvertTime(at, zone);
        return zone.IsAmbiguousTime(there) && there.Offset == zone.GetAmbiguousTimeOffsets(there).Min();
    }
}
