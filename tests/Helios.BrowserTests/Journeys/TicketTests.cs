using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>A ticket from the first word to the last.</summary>
public sealed class TicketTests(RunningHelios helios) : Journey(helios)
{
    [Fact]
    public async Task A_new_ticket_is_two_keys_away_and_knows_its_requester()
    {
        var location = await Larkspur.Location("Tallinn office", "Tallinn");
        await Larkspur.Person("Mei Tanaka", title: "Research engineer", location: location.Key);
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go("/larkspur");

        await tab.Keyboard.PressAsync("c");
        await tab.Keyboard.PressAsync("t");
        await tab.IsAt("/larkspur/desk/tickets/new");
        await tab.Field("Requester").PressSequentiallyAsync("tanaka");
        await tab.Page.GetByRole(AriaRole.Option, new() { Name = "Mei Tanaka" }).ClickAsync();
        await tab.Field("Subject").FillAsync("Beamer shows a green picture");
        await tab.Field("What is it about").FillAsync("Since *Monday*, in the large room.");
        await tab.Field("Priority").SelectOptionAsync("High");
        await tab.Button("Create ticket").ClickAsync();

        await tab.IsAt("/larkspur/desk/tickets/T-\\d+");
        await tab.IsTold("is written down");
        await tab.Sees(tab.Heading("Beamer shows a green picture"));
        await tab.Sees("High");
        var context = tab.Page.GetByRole(AriaRole.Complementary, new() { Name = "Context" });
        await tab.Sees(context.GetByRole(AriaRole.Link, new() { Name = "Mei Tanaka", Exact = true }));
        await tab.Sees(context.GetByText("Research engineer"));
        await tab.Sees(context.GetByRole(AriaRole.Link, new() { Name = "Tallinn office" }));
        await Expect(tab.Main.Locator("#request em")).ToHaveTextAsync("Monday");
    }

    [Fact]
    public async Task A_ticket_without_a_subject_comes_back_with_everything_that_was_typed()
    {
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go("/larkspur/desk/tickets/new");
        await tab.Field("What is it about").FillAsync("It hums.");
        tab.Expects(422);
        await tab.Button("Create ticket").ClickAsync();

        await tab.Sees(tab.Page.Locator("#errors"));
        Assert.Equal("It hums.", await tab.Field("What is it about").InputValueAsync());
        await Expect(tab.Field("Subject")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task Reply_and_note_differ_in_words_button_and_look_and_the_note_stays_inside()
    {
        var ticket = await Larkspur.Ticket("Badge does not open the lab", (await Larkspur.Somebody(Roles.User)).Key);
        var staff = await Helios.SignInAs(Roles.ItStaff);
        await staff.Go($"/larkspur/desk/tickets/{ticket.Key}");

        await staff.Composer.FillAsync("We are on it.");
        await staff.Sees(staff.Main.GetByText("Jonas Weber reads this"));
        await staff.Button("Send reply").ClickAsync();
        await staff.IsTold("Reply sent");
        await staff.Sees(staff.Main.GetByRole(AriaRole.Article, new() { Name = "Public reply: Amara Osei" }));

        await staff.ChooseNote();
        await staff.Sees(staff.Main.GetByText("Nobody outside IT sees this"));
        await staff.SeesNo(staff.Button("Send reply"));
        await staff.Composer.FillAsync("The reader at the door is broken.");
        await staff.Button("Add note").ClickAsync();
        await staff.IsTold("Note added");
        var note = staff.Main.GetByRole(AriaRole.Article, new() { Name = "Internal note: Amara Osei" });
        await staff.Sees(note.GetByText("only your team"));

        // The requester reads his ticket and the reply, and can open nothing else.
        var other = await Larkspur.Ticket("Somebody else's matter");
        var requester = await Helios.SignInAs(Roles.User);
        await requester.Go("/larkspur");
        await requester.Page.GetByRole(AriaRole.Link, new() { Name = "My requests" }).First.ClickAsync();
        await requester.IsAt("/larkspur/desk/tickets.*");
        await requester.Sees("Badge does not open the lab");
        await requester.SeesNo(requester.Text("Somebody else's matter"));
        await requester.Text("Badge does not open the lab").ClickAsync();
        await requester.Sees("We are on it.");
        var page = await requester.Page.ContentAsync();
        Assert.DoesNotContain("The reader at the door is broken", page, StringComparison.Ordinal);
        Assert.DoesNotContain("nternal", page, StringComparison.Ordinal);
        foreach (var closed in new[] { $"/larkspur/desk/tickets/{other.Key}", "/larkspur/people", "/larkspur/settings" })
        {
            var answer = await requester.Ask(closed);
            Assert.True(answer.Status is 403 or 404, $"{closed} answers {answer.Status}");
        }

        await requester.Composer.FillAsync("Thank you!");
        await requester.Button("Send").ClickAsync();
        await requester.IsTold("Message sent");
    }

    [Fact]
    public async Task It_is_taken_assigned_moved_closed_and_reopened_and_the_timeline_tells_who_did_what()
    {
        await Larkspur.Somebody(Roles.ItStaff);
        var ticket = await Larkspur.Ticket("Docking station loses the screen");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go($"/larkspur/desk/tickets/{ticket.Key}");

        await tab.Button("Assign to me").ClickAsync();
        await tab.IsTold($"{ticket.Key} is yours");
        await tab.SeesNo(tab.Button("Assign to me"));

        await tab.Button("Assign…").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Dialog).GetByLabel("Assignee").SelectOptionAsync("Robin Lane");
        await tab.Button("Assign").ClickAsync();
        await tab.IsTold($"{ticket.Key} assigned to Robin Lane");

        await tab.Button("Status").ClickAsync();
        await tab.Button("Waiting").ClickAsync();
        await tab.IsTold($"{ticket.Key} is waiting");
        await tab.Button("Resolve").ClickAsync();
        await tab.IsTold($"{ticket.Key} is resolved");
        await tab.Button("Close").ClickAsync();
        await tab.IsTold($"{ticket.Key} is closed");
        await tab.Button("Reopen").ClickAsync();
        await tab.IsTold($"{ticket.Key} is in progress");

        await tab.Link("Timeline").ClickAsync();
        await tab.IsAt($"/larkspur/desk/tickets/{ticket.Key}/timeline");
        var lines = tab.Main.Locator("ol.timeline").First.GetByRole(AriaRole.Listitem);
        await Expect(lines.Filter(new() { HasText = "Amara Osei" })).ToHaveCountAsync(6);
        await tab.Sees(lines.Filter(new() { HasText = "Robin Lane" }).First);
    }

    [Fact]
    public async Task It_is_linked_to_people_and_places_and_tagged()
    {
        await Larkspur.Location("Riga office", "Riga");
        await Larkspur.Person("Noah Weiss");
        var ticket = await Larkspur.Ticket("Meeting room needs a second screen");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go($"/larkspur/desk/tickets/{ticket.Key}");

        foreach (var (typed, name) in new[] { ("riga", "Riga office"), ("weiss", "Noah Weiss") })
        {
            await tab.Link("Link a record").ClickAsync();
            await tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Record" }).PressSequentiallyAsync(typed);
            await tab.Page.GetByRole(AriaRole.Option, new() { Name = name }).ClickAsync();
            await tab.Button("Link").ClickAsync();
            await tab.IsTold("Linked");
            await tab.IsAt($"/larkspur/desk/tickets/{ticket.Key}");
            await tab.Sees(tab.Main.Locator("#panel-links").GetByRole(AriaRole.Link, new() { Name = name }));
        }

        await tab.Field("New tag").FillAsync("Meeting rooms");
        await tab.Button("Add").ClickAsync();
        await tab.IsTold("Tagged Meeting rooms");
        await tab.Sees(tab.Button("Remove the tag Meeting rooms"));
        await tab.Go("/larkspur/desk/tickets?q=tag:\"Meeting rooms\"");
        await tab.Sees("Meeting room needs a second screen");

        await tab.Go($"/larkspur/desk/tickets/{ticket.Key}");
        await tab.Button("Remove the tag Meeting rooms").ClickAsync();
        await tab.IsTold("Tag removed");
        await tab.SeesNo(tab.Button("Remove the tag Meeting rooms"));
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Change the link to" }).First.ClickAsync();
        await tab.Button("Remove the link").ClickAsync();
        await tab.IsTold("Link removed");
    }

    [Fact]
    public async Task A_filter_is_an_address_that_can_be_kept()
    {
        var tab = await Helios.SignInAs(Roles.ItStaff);
        var ticket = await Larkspur.Ticket("Label printer needs tape");
        await Larkspur.Ticket("Door camera is dark");
        await tab.Go("/larkspur/desk/tickets");
        await tab.Main.GetByRole(AriaRole.Link, new() { Name = "Unassigned" }).ClickAsync();
        await tab.IsAt("/larkspur/desk/tickets\\?q=.*assignee.*none.*");
        await tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Filter tickets" }).FillAsync("status:open label");
        await tab.Keyboard.PressAsync("Enter");
        await tab.Sees("Label printer needs tape");
        await tab.SeesNo(tab.Text("Door camera is dark"));

        var kept = tab.Path;
        var other = await Helios.SignInAs(Roles.Owner);
        await other.Go(kept);
        await other.Sees("Label printer needs tape");
        await other.SeesNo(other.Text("Door camera is dark"));
        await Expect(other.Main.Locator("tbody tr")).ToHaveCountAsync(1);
        Assert.Equal(ticket.Key, await other.Main.Locator("tbody tr").GetAttributeAsync("id"));
    }
}
