using System.Globalization;
using Helios.Kernel.Filtering;
using Xunit;

namespace Helios.Tests.Filtering;

/// <summary>Now is 10 June 2026, 9:30 UTC, which is 11:30 in Berlin.</summary>
public sealed class FilterTimeTests
{
    [Theory]
    [InlineData("updated<7d", "2026-06-03T09:30:00Z", false)]
    [InlineData("updated<7d", "2026-06-03T09:30:01Z", true)]
    [InlineData("updated<=7d", "2026-06-03T09:30:00Z", true)]
    [InlineData("updated>7d", "2026-06-03T09:29:59Z", true)]
    [InlineData("updated>7d", "2026-06-03T09:30:00Z", false)]
    [InlineData("updated<30M", "2026-06-10T09:00:01Z", true)]
    [InlineData("updated<30m", "2026-06-10T09:00:00Z", false)]
    [InlineData("updated<4h", "2026-06-10T05:30:01Z", true)]
    [InlineData("updated<2w", "2026-05-27T09:30:00Z", false)]
    [InlineData("updated<3mo", "2026-03-10T10:30:01Z", true)]
    [InlineData("updated<3mo", "2026-03-10T10:30:00Z", false)]
    [InlineData("updated<1y", "2025-06-10T09:30:01Z", true)]
    [InlineData("updated:today", "2026-06-09T22:00:00Z", true)]
    [InlineData("updated:today", "2026-06-10T22:00:00Z", false)]
    [InlineData("updated:yesterday", "2026-06-09T21:59:59Z", true)]
    [InlineData("updated!=yesterday", "2026-06-09T21:59:59Z", false)]
    [InlineData("updated>2026-01-01", "2026-01-01T22:59:59Z", false)]
    [InlineData("updated>2026-01-01", "2026-01-01T23:00:00Z", true)]
    [InlineData("updated>=2026-01-01", "2025-12-31T23:00:00Z", true)]
    [InlineData("updated<2026-01-01", "2025-12-31T23:00:00Z", false)]
    [InlineData("updated<=2026-01-01", "2026-01-01T22:59:59Z", true)]
    [InlineData("updated:2026-03", "2026-03-31T21:59:59Z", true)]
    [InlineData("updated:2026", "2026-12-31T23:00:00Z", false)]
    [InlineData("updated:2026-06-10T11:30", "2026-06-10T09:30:59Z", true)]
    [InlineData("updated:\"2026-06-10 11:30:05\"", "2026-06-10T09:30:05Z", true)]
    [InlineData("updated:2026-06-10T11:30Z", "2026-06-10T11:30:10Z", true)]
    [InlineData("updated>=2026-06-10T11:30:00.5-02:00", "2026-06-10T13:30:00Z", false)]
    [InlineData("updated:yesterday,2026-01-01", "2026-01-01T12:00:00Z", true)]
    [InlineData("updated<now", "2026-06-10T09:29:59Z", true)]
    [InlineData("updated>=now", "2026-06-10T09:30:00Z", true)]
    public async Task A_moment_passes_or_not(string text, string moment, bool passes) =>
        Assert.Equal(passes, await Passes(text, new Parcel { UpdatedAt = At(moment) }));

    [Theory]
    [InlineData("due<3d", "2026-06-13T09:29:59Z", true)]
    [InlineData("due<3d", "2026-06-13T09:30:00Z", false)]
    [InlineData("due>2w", "2026-06-25T09:30:00Z", true)]
    [InlineData("due<now", "2026-06-10T09:29:59Z", true)]
    [InlineData("due:tomorrow", "2026-06-10T22:00:00Z", true)]
    [InlineData("due:none", "2026-06-10T22:00:00Z", false)]
    [InlineData("due:none", null, true)]
    [InlineData("due!=none", null, false)]
    [InlineData("due<3d", null, false)]
    [InlineData("-due<3d", null, true)]
    public async Task Ages_of_a_deadline_lie_ahead(string text, string? moment, bool passes) =>
        Assert.Equal(passes, await Passes(text, new Parcel { DueAt = moment is null ? null : At(moment) }));

    [Theory]
    [InlineData("posted:today", "2026-06-10", true)]
    [InlineData("posted<7d", "2026-06-03", false)]
    [InlineData("posted<7d", "2026-06-04", true)]
    [InlineData("posted:2026-06", "2026-06-30", true)]
    [InlineData("posted:now", "2026-06-10", true)]
    [InlineData("posted>2026-06-09", "2026-06-10", true)]
    public async Task A_day_passes_or_not(string text, string day, bool passes) =>
        Assert.Equal(passes, await Passes(text, new Parcel { Posted = DateOnly.Parse(day, CultureInfo.InvariantCulture) }));

    [Theory]
    [InlineData("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z", true)] // The hour from midnight comes twice; the day begins with the first.
    [InlineData("America/Havana", "2026-11-01", "2026-11-01T03:59:59Z", false)]
    [InlineData("Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z", true)] // Midnight is left out; the day begins when clocks have jumped.
    [InlineData("Africa/Cairo", "2026-04-24", "2026-04-23T21:59:59Z", false)]
    [InlineData("Pacific/Kiritimati", "today", "2026-06-09T10:00:00Z", true)]
    [InlineData("Pacific/Pago_Pago", "today", "2026-06-09T10:59:59Z", false)]
    public async Task Days_begin_when_they_begin_in_the_zone(string zone, string day, string moment, bool passes) =>
        Assert.Equal(passes, await Passes($"updated:{day}", new Parcel { UpdatedAt = At(moment) }, Parcels.Context with { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) }));

    [Theory]
    [InlineData("updated<soon", "no time")]
    [InlineData("updated<2026-02-30", "no time")]
    [InlineData("updated<0001-01-01", "no time")]
    [InlineData("updated<9999", "no time")]
    [InlineData("updated<99999y", "no time")]
    [InlineData("updated<99999mo", "no time")]
    [InlineData("updated<999999999999d", "no time")]
    [InlineData("updated<7", "no time")]
    [InlineData("updated<-7d", "no time")]
    [InlineData("posted<4h", "no time")]
    [InlineData("posted:2026-06-10T10:00", "no time")]
    [InlineData("updated:7d", "updated<7d for less than 7d ago")]
    [InlineData("due:7d", "due<7d for less than 7d ahead")]
    [InlineData("updated<none", "no time")]
    [InlineData("updated:none", "no time")]
    public async Task A_text_that_is_no_time_is_told_how_times_are_written(string text, string part)
    {
        var problem = Assert.Single((await Parcels.Read(text)).Problems);
        Assert.Contains(part, problem.Text, StringComparison.Ordinal);
        Assert.Equal(text.Length, problem.Position + problem.Length);
    }

    static async Task<bool> Passes(string text, Parcel parcel, FilterContext? context = null) =>
        (await Parcels.Read(text, context)).Expect().Rows.Compile()(parcel);

    static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
