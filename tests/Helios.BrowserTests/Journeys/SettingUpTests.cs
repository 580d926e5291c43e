using Helios.BrowserTests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Helios.BrowserTests.Journeys;

/// <summary>The first minutes of an installation: from the link that the start prints to a Home that says what to do.</summary>
public sealed class SettingUpTests(RunningHelios helios) : Journey(helios)
{
    [Fact]
    public async Task The_link_leads_over_the_organization_and_the_recovery_copy_to_first_steps()
    {
        var tab = await Helios.Open();
        await tab.Go("/");
        await tab.Sees(tab.Heading("This Helios is not set up yet"));
        var link = await Helios.SetupLink();

        await tab.Go(link);
        Assert.Empty(await Inspection.Of(tab, "set-up"));
        await tab.Field("Organization").FillAsync("Larkspur Labs");
        await tab.Field("Your name").FillAsync("Robin Lane");
        await tab.Field("Your mail address").FillAsync("robin.lane@larkspur.example");
        await tab.Field("Password").FillAsync("short");
        tab.Expects(422);
        await tab.Button("Set up").ClickAsync();
        await tab.Sees("This password has 5 characters.");
        Assert.Equal("Larkspur Labs", await tab.Field("Organization").InputValueAsync());

        await tab.Field("Password").FillAsync(Person.Password);
        await tab.Button("Set up").ClickAsync();
        await tab.IsAt("/larkspur-labs/recovery-copy");

        // Home waits until the copy is proven.
        await tab.Go("/larkspur-labs");
        await tab.IsAt("/larkspur-labs/recovery-copy");
        await tab.Button("Show recovery copy").ClickAsync();
        await tab.Sees(tab.Page.Locator("#copy"));
        Assert.Empty(await Inspection.Of(tab, "recovery-copy-shown"));
        Assert.NotEmpty((await tab.Page.Locator("#copy").InnerTextAsync()).Trim());

        var words = (await tab.Page.Locator("#copy").InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[^15..];
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "I have put it away" }).ClickAsync();
        await tab.IsAt("/larkspur-labs/recovery-copy/proof");
        Assert.Empty(await Inspection.Of(tab, "recovery-copy-proof"));
        tab.Expects(422);
        await tab.Button("Finish").ClickAsync();
        await tab.Sees("Type the words from your copy");
        var asked = await tab.Page.Locator("label[for=f-words]").InnerTextAsync();
        var places = asked.Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries).Where(part => char.IsAsciiDigit(part[0])).Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture));
        await tab.Page.Locator("#f-words").FillAsync(string.Join(' ', places.Select(place => words[place - 1])));
        await tab.Button("Finish").ClickAsync();

        await tab.IsAt("/larkspur-labs");
        await tab.IsTold("The recovery copy is proven");
        await tab.Sees("What to do first");
        Assert.Empty(await Inspection.Of(tab, "home-first"));

        // The link and the copy have had their time.
        var other = await Helios.Open();
        other.Expects(404);
        await other.Go(link);
        await other.Sees("has been used or has run out");
        await tab.Go("/larkspur-labs/recovery-copy");
        await tab.Sees("Set-up is complete");
        await tab.SeesNo(tab.Button("Show recovery copy"));
    }
}
