using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;

namespace Helios.BrowserTests.Journeys;

/// <summary>Without JavaScript every page reads and every form submits.</summary>
public sealed class NoScriptTests(RunningHelios helios) : Journey(helios)
{
    [Fact]
    public async Task Tickets_are_listed_opened_answered_and_made()
    {
        await Larkspur.Ticket("Headset crackles");
        await Larkspur.Person("Mei Tanaka");
        var tab = await Helios.SignInAs(Roles.ItStaff, scripts: false);

        await tab.Go("/larkspur/desk/tickets");
        await tab.Main.GetByRole(AriaRole.Link, new() { Name = "Headset crackles" }).ClickAsync();
        await tab.Composer.FillAsync("Try the other port.");
        await tab.Button("Send reply").ClickAsync();
        await tab.Sees("Try the other port.");
        await tab.IsTold("Reply sent");

        await tab.Go("/larkspur/desk/tickets/new");
        await tab.Field("Requester").FillAsync("mei.tanaka@larkspur.example");
        tab.Expects(422);
        await tab.Button("Create ticket").ClickAsync();
        await tab.Sees(tab.Page.Locator("#errors"));
        Assert.Equal("mei.tanaka@larkspur.example", await tab.Field("Requester").InputValueAsync());
        await tab.Field("Subject").FillAsync("Chair squeaks");
        await tab.Button("Create ticket").ClickAsync();
        await tab.IsAt("/larkspur/desk/tickets/T-\\d+");
        await tab.Sees(tab.Heading("Chair squeaks"));
        await tab.Sees("Mei Tanaka");
    }

    [Fact]
    public async Task A_location_is_commented_and_a_refused_comment_comes_back_on_its_page()
    {
        var location = await Larkspur.Location("Oslo office", "Oslo");
        var tab = await Helios.SignInAs(Roles.ItStaff, scripts: false);
        await tab.Go($"/larkspur/locations/{location.Key}");
        tab.Expects(422);
        await tab.Button("Comment").ClickAsync();
        await tab.Sees(tab.Heading("Oslo office"));
        await tab.Sees(tab.Main.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Write something first." }));
        await tab.Composer.FillAsync("The key lies at the reception.");
        await tab.Button("Comment").ClickAsync();
        await tab.IsAt($"/larkspur/locations/{location.Key}#c-.+");
        await tab.IsTold("Comment added");
        await tab.Sees("The key lies at the reception.");
    }

    [Fact]
    public async Task Somebody_signs_in_searches_and_signs_out()
    {
        await Larkspur.SetUp();
        await Larkspur.Person("Hana Kim");
        var tab = await Helios.Open(scripts: false);
        await tab.Go("/sign-in");
        await tab.Field("Work mail").FillAsync("robin.lane@larkspur.example");
        await tab.Field("Password").FillAsync(Person.Password);
        await tab.Button("Sign in").ClickAsync();
        await tab.IsAt("/larkspur");

        await tab.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Search or jump to" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search for" }).FillAsync("hana");
        await tab.Keyboard.PressAsync("Enter");
        await tab.Sees(tab.Main.GetByRole(AriaRole.Link, new() { Name = "Hana Kim" }));

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Your menu" }).ClickAsync();
        await tab.Button("Sign out").ClickAsync();
        await tab.IsAt("/sign-in");
    }
}
