using Helios.Web.Components;
using Helios.Web.Components.Content;
using Helios.Web.Components.Forms;
using Helios.Web.Components.Monitoring;
using Helios.Web.Components.Shell;
using Xunit;

namespace Helios.Tests.Components;

/// <summary>Parts of pages and what they tell those who do not see them.</summary>
public sealed class PartTests
{
    [Theory]
    [InlineData(true, "true", "false")]
    [InlineData(false, "false", "true")]
    public async Task A_switch_says_whether_it_is_on_and_sends_the_other_value(bool on, string told, string sent)
    {
        var document = await Rendered.Component<Switch>(("Name", "mail"), ("Label", "Mail me"), ("On", on), ("Hint", "At once"));
        var button = document.QuerySelector("button[type=submit][role=switch]")!;

        Assert.Equal(told, button.GetAttribute("aria-checked"));
        Assert.Equal(sent, button.GetAttribute("value"));
        Assert.Equal(button.Id, document.QuerySelector("label")?.GetAttribute("for"));
        Assert.Equal("At once", document.GetElementById(button.GetAttribute("aria-describedby")!)?.TextContent);
    }

    [Theory]
    [InlineData("Europe/Berlin", "Europe/London", "In your time, Europe/Berlin. The place has Europe/London.")]
    [InlineData("Europe/Berlin", "Europe/Berlin", null)]
    [InlineData("Europe/Berlin", null, null)]
    public async Task A_time_says_its_zone_where_the_place_has_another(string zone, string? place, string? told)
    {
        var document = await Rendered.Component<DateField>(("Name", "start"), ("Label", "Start"), ("WithTime", true), ("Zone", zone), ("PlaceZone", place));
        var input = document.QuerySelector("input[type=datetime-local]")!;

        Assert.Equal(told, document.QuerySelector(".hint")?.TextContent);
        Assert.Equal(told is null ? null : "f-start-hint", input.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task A_chip_names_what_its_button_removes()
    {
        var document = await Rendered.Component<Chip>(("Field", "State"), ("Operator", "is"), ("Value", "<open>"), ("RemoveHref", "/list"), ("RemoveLabel", "Remove filter"));

        Assert.Equal("State is <open>", document.QuerySelector(".chip > span")?.TextContent);
        Assert.Equal("Remove filter State is <open>", document.QuerySelector("a")?.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task What_is_shown_once_stands_in_what_no_cache_keeps_and_the_way_on_asks_for_a_tick()
    {
        var document = await Rendered.Component<ShowOnce>(("Label", "Key"), ("Value", "<key>"), ("DoneHref", "/keys"));

        Assert.Equal("<key>", document.QuerySelector("[data-turbo-temporary] pre[aria-label=Key]")?.TextContent);
        Assert.NotNull(document.QuerySelector("label input[type=checkbox]"));
        Assert.Equal("/keys", document.QuerySelector("a.done[data-turbo-frame=_top]")?.GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_shown_once_and_leads_nowhere_asks_for_nothing()
    {
        var document = await Rendered.Component<ShowOnce>(("Label", "Link"), ("Value", "x"));

        Assert.Empty(document.QuerySelectorAll("input, a"));
    }

    [Theory]
    [InlineData(Tone.Bad, true, "alert")]
    [InlineData(Tone.Bad, false, null)]
    [InlineData(Tone.Ok, true, null)]
    public async Task Only_a_failure_that_appears_is_spoken_at_once(Tone tone, bool floats, string? role)
    {
        var document = await Rendered.Component<ToastBox>(("Toast", new Toast("Not saved", Tone: tone) { WayOut = new("Try again", "/again") }), ("Floats", floats));

        Assert.Equal(role, document.QuerySelector(".toast")?.GetAttribute("role"));
        Assert.Equal("/again", document.QuerySelector("a")?.GetAttribute("href"));
        Assert.Equal(floats, document.QuerySelector("[data-dismiss]") is not null);
    }

    [Fact]
    public async Task More_people_than_there_is_room_for_are_counted_and_all_are_read_out()
    {
        var document = await Rendered.Fragment(Marks.Avatars(["Ada Byron", "Bo Ek", "Cy Fox", "Di Guo"], most: 2));

        Assert.Equal(["AB", "BE", "+2"], document.QuerySelectorAll(".avatar").Select(avatar => avatar.GetAttribute("data-i")!));
        Assert.Equal("Ada Byron, Bo Ek, Cy Fox, Di Guo", document.QuerySelector(".vh")?.TextContent);
    }

    [Fact]
    public async Task A_button_at_work_says_that_it_cannot_be_pressed()
    {
        var document = await Rendered.Component<Button>(("Label", "Saving"), ("Busy", true));

        Assert.Equal("true", document.QuerySelector("button[aria-busy=true]")?.GetAttribute("aria-disabled"));
    }

    [Fact]
    public async Task A_monitor_says_its_state_in_a_word_and_its_days_in_a_sentence()
    {
        var document = await Rendered.Component<MonitorRow>(("Name", "Door"), ("Href", "/m"), ("State", "Down"), ("Shape", StateShape.Down), ("Days", (Tone[])[Tone.Ok, Tone.Bad]), ("Share", "98.90 %"));

        Assert.Contains("Down", document.QuerySelector("li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Door: 98.90 % over 2 days", document.QuerySelector("svg[role=img]")?.GetAttribute("aria-label"));
    }
}
