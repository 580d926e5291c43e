using FsCheck;
using FsCheck.Fluent;
using Helios.Web.Components;
using Xunit;

namespace Helios.Tests.Components;

/// <summary>The small parts of rows.</summary>
public sealed class MarksTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 17, 9, 42, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Mei Tanaka", "MT")]
    [InlineData("  elif   demir ", "ED")]
    [InlineData("Ana Maria de Souza", "AM")]
    [InlineData("Ångström", "Å")]
    [InlineData("👩‍💻 Ada", "👩‍💻A")]
    public void Initials_are_the_first_letters_of_two_words(string name, string initials) => Assert.Equal(initials, AvatarText.Initials(name));

    [Fact]
    public void A_tint_is_always_one_of_seven() =>
        Prop.ForAll<NonNull<string>>(name => AvatarText.Tint(name.Get) is >= 0 and < 7 && AvatarText.Tint(name.Get) == AvatarText.Tint(name.Get)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, "now")]
    [InlineData(-59, "now")]
    [InlineData(-60, "1 min ago")]
    [InlineData(-3599, "59 min ago")]
    [InlineData(7200, "in 2 h")]
    [InlineData(-86400, "1 day ago")]
    [InlineData(-3 * 86400, "3 days ago")]
    [InlineData(-40 * 86400, "8 Oct 2026")]
    public void A_distance_in_time_reads_in_few_words(int seconds, string text) => Assert.Equal(text, RelativeText.Between(Now.AddSeconds(seconds), Now));

    [Fact]
    public void An_icon_that_the_sprite_lacks_is_named() =>
        Assert.Contains("'unicorn'", Assert.Throws<ArgumentException>(() => Marks.Icon("unicorn")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_state_shows_its_shape_and_its_name()
    {
        foreach (var shape in Enum.GetValues<StateShape>())
        {
            var document = await Rendered.Fragment(Marks.State("Waiting for <b>", shape));

            Assert.Equal("Waiting for <b>", document.QuerySelector(".state")?.TextContent);
            Assert.NotNull(document.QuerySelector(".state svg > *"));
        }
    }

    [Fact]
    public async Task Shapes_differ_without_color()
    {
        var drawings = new List<string>();
        foreach (var shape in Enum.GetValues<StateShape>())
            drawings.Add((await Rendered.Fragment(Marks.State("x", shape))).QuerySelector("svg")!.InnerHtml);

        Assert.Equal(drawings.Distinct(StringComparer.Ordinal), drawings);
    }

    [Fact]
    public async Task A_priority_is_named_for_those_who_do_not_see_the_bars()
    {
        var document = await Rendered.Fragment(Marks.Priority("High", PriorityLevel.High));

        Assert.Equal("High priority", document.QuerySelector("svg[role=img]")?.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Nobody_is_a_word_and_not_an_empty_cell()
    {
        var document = await Rendered.Fragment(Marks.Person(null));

        Assert.Equal("Nobody", document.QuerySelector(".person")?.TextContent);
    }

    [Fact]
    public async Task A_time_is_written_for_machines_in_UTC()
    {
        var document = await Rendered.Fragment(Marks.RelativeTime(new(2026, 11, 17, 10, 30, 0, TimeSpan.FromHours(1)), Now));

        Assert.Equal("2026-11-17T09:30:00Z", document.QuerySelector("relative-time")?.GetAttribute("datetime"));
    }
}
