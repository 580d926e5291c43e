using System.Diagnostics;
using Helios.BrowserTests.Fixtures;
using Helios.Itsm.Tickets.Commands;
using Helios.Kernel.Scopes;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>What somebody does shows in the browsers of others, and takes nothing away from them.</summary>
public sealed class LiveTests(RunningHelios helios) : Journey(helios)
{
    // The promise is about a second; the rest is a machine that draws two browsers while it runs all other tests.
    static readonly TimeSpan AboutASecond = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_second_browser_shows_a_change_within_about_a_second_and_keeps_its_unsent_text()
    {
        await Larkspur.Somebody(Roles.ItStaff);
        var ticket = await Larkspur.Ticket("Projector flickers");
        var one = await Helios.SignInAs(Roles.ItStaff);
        var other = await Helios.SignInAs(Roles.Owner);
        foreach (var tab in new[] { one, other })
        {
            await tab.Go($"/larkspur/desk/tickets/{ticket.Key}");
            await tab.Following();
        }

        await other.ChooseNote();
        await other.Composer.FillAsync("Half a thought");

        await one.Button("Assign to me").ClickAsync();
        await one.IsTold("is yours");
        var watch = Stopwatch.StartNew();
        await other.Sees(other.Main.Locator(".facts-line").GetByText("Amara Osei"));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, AboutASecond);

        await one.Composer.FillAsync("A new cable is on its way.");
        await one.Button("Send reply").ClickAsync();
        await other.Sees("A new cable is on its way.");
        await Expect(other.Composer).ToHaveValueAsync("Half a thought");
        await other.Sees(other.Button("Add note"));
        await Expect(other.Composer).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_list_shows_what_arrives()
    {
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await Larkspur.Ticket("The first of the day");
        await tab.Go("/larkspur/desk/tickets");
        await tab.Following();

        var ticket = await Larkspur.Ticket("Just came in");
        await tab.Sees("Just came in");
        await Larkspur.Run(new CloseTicket(new(ticket.Key)), (await Larkspur.SetUp()).Scope);
        await tab.SeesNo(tab.Text("Just came in"));
    }
}
