using AngleSharp.Dom;
using FsCheck;
using FsCheck.Fluent;
using Helios.Web.Components;
using Helios.Web.Components.Charts;
using Xunit;

namespace Helios.Tests.Components;

/// <summary>Pictures made of numbers.</summary>
public sealed class ChartTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 17, 9, 42, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_chart_says_its_finding_and_offers_the_numbers_as_a_table()
    {
        var document = await Chart([new("Amsterdam", [9, null, 41]), new("Frankfurt", [14, 15, 44], Tone.Violet)], ("Points", (string[])["06:00", "07:00", "08:00"]), ("Unit", "ms"));

        Assert.Equal("Latency rose from 9 to 41 ms", document.QuerySelector("svg[role=img]")?.GetAttribute("aria-label"));
        Assert.Equal(["06:00", "9 ms", "14 ms", "07:00", "–", "15 ms", "08:00", "41 ms", "44 ms"], document.QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
        Assert.Equal(["Amsterdam", "Frankfurt"], document.QuerySelectorAll(".legend li").Select(line => line.TextContent));
    }

    [Fact]
    public async Task Lines_of_a_chart_differ_without_color()
    {
        var document = await Chart([new("A", [1, 2]), new("B", [2, 1]), new("C", [3, 3])]);
        var dashes = document.QuerySelectorAll("g > .plot").Select(line => line.GetAttribute("stroke-dasharray")).ToList();

        Assert.Equal(dashes.Distinct(StringComparer.Ordinal), dashes);
        Assert.Equal(dashes, document.QuerySelectorAll(".legend .plot").Select(line => line.GetAttribute("stroke-dasharray")));
    }

    [Fact]
    public async Task A_line_breaks_where_nothing_was_measured_and_stays_inside_its_frame()
    {
        var document = await Chart([new("A", [0, 10, null, double.NaN, 40])]);

        Assert.Equal("M0 180L180 135M720 0h.1", document.QuerySelector("g > .plot")?.GetAttribute("d"));
        Assert.Equal("M0 180L0 180L180 135L180 180Z", document.QuerySelector("g > .area")?.GetAttribute("d"));
    }

    [Fact]
    public async Task A_chart_without_values_says_so_in_words()
    {
        var document = await Chart([new("A", [null, null])]);

        Assert.Equal("Nothing was measured yet.", document.QuerySelector("figure")?.TextContent.Trim());
        Assert.Null(document.QuerySelector("svg"));
    }

    [Theory]
    [InlineData(34, "40 30 20 10 0")]
    [InlineData(60, "60 40 20 0")]
    [InlineData(0.3, "0.3 0.2 0.1 0")]
    [InlineData(0, "2 1 0")]
    [InlineData(1234567, "1,500,000 1,000,000 500,000 0")]
    public async Task An_axis_has_round_numbers_that_hold_every_value(double greatest, string marks)
    {
        var document = await Chart([new("A", [0, greatest])]);

        Assert.Equal(marks, string.Join(' ', document.QuerySelectorAll(".y span").Select(mark => mark.TextContent)));
    }

    [Fact]
    public void An_axis_of_any_value_has_few_lines_and_holds_it() => Prop.ForAll<NormalFloat>(value =>
    {
        var axis = ChartAxis.For(value.Get);
        return axis.Lines is >= 2 and <= 5 && axis.Most >= Math.Min(value.Get, 1e300) * (1 - 1e-6) && double.IsFinite(axis.Most);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.93, "245.4 263.9")]
    [InlineData(1.4, "263.9 263.9")]
    [InlineData(0, null)]
    [InlineData(double.NaN, null)]
    public async Task A_ring_is_filled_by_its_share_and_never_beyond(double share, string? arc)
    {
        var document = await Rendered.Component<Ring>(("Share", share), ("Text", "93 %"), ("Label", "41 of 44 systems proven"));

        Assert.Equal(arc, document.QuerySelector(".arc")?.GetAttribute("stroke-dasharray"));
        Assert.Equal("41 of 44 systems proven", document.QuerySelector("svg[role=img]")?.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task A_gauge_above_its_limit_shows_it_by_a_shape_too()
    {
        var below = await Rendered.Component<Gauge>(("Value", 8d), ("Most", 24d), ("Text", "8 h"), ("MostText", "24 h"), ("Label", "8 of 24 hours allowed"));
        var above = await Rendered.Component<Gauge>(("Value", 32d), ("Most", 24d), ("Text", "32 h"), ("MostText", "24 h"), ("Label", "32 of 24 hours allowed"));

        Assert.Null(below.QuerySelector("svg"));
        Assert.NotNull(above.QuerySelector("svg"));
        Assert.Equal("24", above.QuerySelector("progress")?.GetAttribute("value"));
        Assert.Equal("bad", above.QuerySelector("progress")?.GetAttribute("data-tone"));
    }

    [Fact]
    public async Task A_line_beside_a_number_is_left_out_for_readers_unless_it_says_something()
    {
        var silent = await Rendered.Component<Sparkline>(("Values", (double?[])[1, 2]));
        var spoken = await Rendered.Component<Sparkline>(("Values", (double?[])[1, 2]), ("Label", "Rose from 1 to 2"));

        Assert.Equal("true", silent.QuerySelector("svg")?.GetAttribute("aria-hidden"));
        Assert.Equal("Rose from 1 to 2", spoken.QuerySelector("svg[role=img]")?.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Bars_stand_for_days_and_a_day_without_a_measure_is_none()
    {
        var document = await Rendered.Component<UptimeBars>(("Label", "99 percent over 3 days"), ("Days", (Tone[])[Tone.Ok, Tone.Bad, Tone.None]));

        Assert.Equal(["ok", "bad", "none"], document.QuerySelectorAll("rect").Select(bar => bar.GetAttribute("data-tone")));
        Assert.Equal("0 0 11 28", document.QuerySelector("svg")?.GetAttribute("viewBox"));
    }

    [Fact]
    public async Task A_week_with_many_things_has_thin_blocks_and_its_number()
    {
        var document = await Rendered.Component<WeekBlocks>(("Label", "201 things."), ("Weeks", (WeekCount[])[new("17 Nov", 200, Tone.Warn), new("24 Nov", 1), new("1 Dec", 0)]));

        Assert.Equal(201, document.QuerySelectorAll("rect").Length);
        Assert.All(document.QuerySelectorAll("rect"), block => Assert.InRange(double.Parse(block.GetAttribute("y")!, System.Globalization.CultureInfo.InvariantCulture), 0, 142));
        Assert.Equal(["17 Nov", "200", "24 Nov", "1", "1 Dec", "0"], document.QuerySelectorAll("text").Select(text => text.TextContent));
    }

    [Fact]
    public async Task The_clock_of_targets_says_what_is_missed_and_what_comes_and_leaves_out_what_is_far()
    {
        var document = await Clock(new("T-3", Now.AddHours(20)), new("T-2", Now.AddMinutes(38), Tone.Bad), new("T-1", Now.AddMinutes(-5)));

        Assert.Equal("Tickets by time until their target: T-1 missed, T-2 in 38 min.", document.QuerySelector("figure[role=img]")?.GetAttribute("aria-label"));
        Assert.Equal(2, document.QuerySelectorAll(".pin").Length);
        Assert.Equal(["0%", "7.9%"], document.QuerySelectorAll(".pin").Select(pin => pin.GetAttribute("cx")));
    }

    [Fact]
    public async Task Names_on_the_clock_never_stand_on_each_other()
    {
        var document = await Clock([.. Enumerable.Range(1, 9).Select(i => new SlaTarget($"T-{i}", Now.AddMinutes(i)))]);
        var rows = document.QuerySelectorAll("g[data-tone] > g > text").Select(text => text.GetAttribute("y")).ToList();

        Assert.Equal(9, document.QuerySelectorAll(".pin").Length);
        Assert.Equal(3, rows.Count);
        Assert.Equal(rows.Distinct(StringComparer.Ordinal), rows);
    }

    [Fact]
    public async Task Targets_that_are_missed_share_a_pin()
    {
        var document = await Clock(new("T-1", Now.AddMinutes(-5)), new("T-2", Now.AddHours(-5)));

        Assert.Equal("2 missed", document.QuerySelectorAll("g[data-tone] > g > text").Single().TextContent);
    }

    static Task<IDocument> Clock(params SlaTarget[] targets) => Rendered.Component<SlaClock>(("Now", Now), ("Targets", targets));

    static Task<IDocument> Chart(ChartSeries[] series, params (string, object?)[] more) =>
        Rendered.Component<Chart>([("Label", "Latency rose from 9 to 41 ms"), ("Series", series), .. more]);
}
