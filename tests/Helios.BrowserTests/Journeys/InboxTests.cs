using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>Somebody is mentioned, is told at once, and works his inbox off with the keyboard.</summary>
public sealed class InboxTests(RunningHelios helios) : Journey(helios)
{
    [Fact]
    public async Task A_mention_by_keyboard_reaches_the_other_browser_by_itself()
    {
        await Larkspur.Somebody(Roles.ItStaff);
        var ticket = await Larkspur.Ticket("Scanner pulls paper askew");
        var writer = await Helios.SignInAs(Roles.Owner);
        var reader = await Helios.SignInAs(Roles.ItStaff);
        await reader.Go("/larkspur/people");
        await reader.Following();
        await Expect(reader.Page.Locator("#bell .unread")).ToBeHiddenAsync();

        await writer.Go($"/larkspur/desk/tickets/{ticket.Key}");
        await writer.Keyboard.PressAsync("n");
        await writer.Composer.PressSequentiallyAsync("Could you look, @ama");
        await writer.Sees(writer.Page.GetByRole(AriaRole.Option, new() { Name = "Amara Osei" }));
        await writer.Keyboard.PressAsync("Enter");
        await Expect(writer.Composer).ToHaveValueAsync("Could you look, @Amara Osei ");
        await writer.Keyboard.PressAsync("Control+Enter");
        await writer.IsTold("Note added");
        await writer.Sees(writer.Main.Locator("a.mention", new() { HasText = "@Amara Osei" }));

        await Expect(reader.Page.Locator("#bell .unread")).ToHaveTextAsync("1");
        await reader.Keyboard.PressAsync("g");
        await reader.Keyboard.PressAsync("n");
        await reader.IsAt("/larkspur/inbox");
        await reader.Sees("you are mentioned");
        await Screens.Keep(reader, "inbox");

        await reader.Keyboard.PressAsync("j");
        await reader.Keyboard.PressAsync("u");
        await reader.IsTold("Marked read");
        await reader.Sees(reader.Heading("You have read everything"));
        await Expect(reader.Page.Locator("#bell .unread")).ToBeHiddenAsync();
        await reader.Link("All").ClickAsync();
        await reader.Sees(ticket.Key);
        await reader.Keyboard.PressAsync("j");
        await reader.Keyboard.PressAsync("e");
        await reader.IsTold("Archived");
        await reader.SeesNo(reader.Main.Locator(".rows").GetByText(ticket.Key + " "));
    }

    [Fact]
    public async Task The_inbox_itself_shows_what_arrives_and_an_entry_leads_to_its_record()
    {
        var staff = await Larkspur.Somebody(Roles.ItStaff);
        var ticket = await Larkspur.Ticket("Door opens by itself");
        var reader = await Helios.SignInAs(Roles.ItStaff);
        await reader.Go("/larkspur/inbox");
        await reader.Following();
        var writer = await Helios.SignInAs(Roles.Owner);
        await writer.Go($"/larkspur/desk/tickets/{ticket.Key}");
        await writer.Button("Assign…").ClickAsync();
        await writer.Page.GetByRole(AriaRole.Dialog).GetByLabel("Assignee").SelectOptionAsync(staff.Name);
        await writer.Button("Assign").ClickAsync();
        await reader.Sees("assigned to you");
        await reader.Main.GetByRole(AriaRole.Link, new() { Name = ticket.Key }).ClickAsync();
        await reader.IsAt($"/larkspur/desk/tickets/{ticket.Key}");
        await Expect(reader.Page.Locator("#bell .unread")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Watching_is_one_key_away_and_its_settings_hold()
    {
        var ticket = await Larkspur.Ticket("Fan is loud");
        var tab = await Helios.SignInAs(Roles.Owner);
        await tab.Go($"/larkspur/desk/tickets/{ticket.Key}");
        var isWatching = await tab.Button("Stop watching").CountAsync() > 0;
        await tab.Keyboard.PressAsync("w");
        await tab.IsTold(isWatching ? "no more" : "You watch this now");
        await tab.Sees(tab.Button(isWatching ? "Watch" : "Stop watching"));

        await tab.Go("/larkspur/inbox/settings");
        await tab.Field("What I comment on").UncheckAsync();
        await tab.Button("Save").ClickAsync();
        await tab.IsTold("Saved");
        await Expect(tab.Field("What I comment on")).Not.ToBeCheckedAsync();
        await Expect(tab.Field("About what I watch")).ToBeCheckedAsync();
    }
}
