using Helios.Kernel.Jobs;
using Xunit;

namespace Helios.Tests.Jobs;

/// <summary>Due times on the clocks of two places, over their changes to summer and winter time of 2026.</summary>
public sealed class DueTimesTests
{
    static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData("daily 03:10", "Every day at 03:10", "2026-06-01T01:10Z 2026-06-02T01:10Z")]
    [InlineData("weekdays 7:00", "Monday to Friday at 07:00", "2026-06-01T05:00Z 2026-06-02T05:00Z")]
    [InlineData("sat,mon 06:30", "Saturday, Monday at 06:30", "2026-06-01T04:30Z 2026-06-06T04:30Z")]
    [InlineData("hourly :15", "Every hour at :15", "2026-05-31T22:15Z 2026-05-31T23:15Z")]
    [InlineData("10 3 1 * *", "10 3 1 * *", "2026-06-01T01:10Z 2026-07-01T01:10Z")]
    [InlineData("0 10 3 ? * MON-FRI", "0 10 3 ? * MON-FRI", "2026-06-01T01:10Z 2026-06-02T01:10Z")]
    public void Words_and_both_forms_of_cron_mean_times_on_the_clock_of_the_zone(string text, string words, string due)
    {
        var times = DueTimes.Read(text)!;

        Assert.Equal(words, times.Words);
        Assert.Equal(due, Walk(times, "2026-05-31T22:00Z", Berlin, 2));
    }

    [Theory]
    [InlineData("")]
    [InlineData("daily")]
    [InlineData("daily 25:00")]
    [InlineData("funday 03:00")]
    [InlineData("hourly 15")]
    [InlineData("hourly :61")]
    [InlineData("61 3 * * *")]
    [InlineData("* * * * * ?")]
    [InlineData("0/10 * * * * ?")]
    [InlineData("a b c d e f g h")]
    public void What_means_nothing_or_more_than_once_a_minute_is_refused(string text) => Assert.Null(DueTimes.Read(text));

    [Theory]
    [InlineData("daily 02:30", "2026-03-28T01:30Z 2026-03-29T01:00Z 2026-03-30T00:30Z")]
    [InlineData("daily 02:00", "2026-03-28T01:00Z 2026-03-29T01:00Z 2026-03-30T00:00Z")]
    [InlineData("daily 03:00", "2026-03-28T02:00Z 2026-03-29T01:00Z 2026-03-30T01:00Z")]
    public void In_Berlin_a_skipped_time_is_due_when_the_clocks_have_moved(string text, string due) =>
        Assert.Equal(due, Walk(DueTimes.Read(text)!, "2026-03-27T12:00Z", Berlin, 3));

    [Fact]
    public void In_New_York_a_skipped_time_is_due_when_the_clocks_have_moved() =>
        Assert.Equal("2026-03-07T07:30Z 2026-03-08T07:00Z 2026-03-09T06:30Z", Walk(DueTimes.Read("daily 02:30")!, "2026-03-06T12:00Z", NewYork, 3));

    [Fact]
    public void In_Berlin_a_repeated_time_is_due_once() =>
        Assert.Equal("2026-10-24T00:30Z 2026-10-25T00:30Z 2026-10-26T01:30Z", Walk(DueTimes.Read("daily 02:30")!, "2026-10-23T12:00Z", Berlin, 3));

    [Fact]
    public void In_New_York_a_repeated_time_is_due_once() =>
        Assert.Equal("2026-10-31T05:30Z 2026-11-01T05:30Z 2026-11-02T06:30Z", Walk(DueTimes.Read("daily 01:30")!, "2026-10-30T12:00Z", NewYork, 3));

    [Fact]
    public void A_look_between_the_two_passes_of_a_repeated_hour_does_not_find_it_again() =>
        Assert.Equal("2026-10-26T01:30Z", Walk(DueTimes.Read("daily 02:30")!, "2026-10-25T01:05Z", Berlin, 1));

    [Fact]
    public void What_is_due_every_hour_is_due_in_both_passes_and_not_in_the_hour_that_is_missing()
    {
        var hourly = DueTimes.Read("hourly :15")!;

        Assert.Equal("2026-10-24T23:15Z 2026-10-25T00:15Z 2026-10-25T01:15Z 2026-10-25T02:15Z", Walk(hourly, "2026-10-24T23:00Z", Berlin, 4));
        Assert.Equal("2026-03-29T00:15Z 2026-03-29T01:00Z 2026-03-29T01:15Z", Walk(hourly, "2026-03-29T00:00Z", Berlin, 3));
    }

    [Fact]
    public void Times_that_never_come_have_no_next() => Assert.Null(DueTimes.Read("0 3 30 2 *")?.Next(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc));

    static string Walk(DueTimes times, string from, TimeZoneInfo zone, int steps)
    {
        var (at, walked) = (DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture), new List<string>());
        while (walked.Count < steps && times.Next(at, zone) is { } next)
        {
            walked.Add(next.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture));
            at = next;
        }

        return string.Join(' ', walked);
    }
}
