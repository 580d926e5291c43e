using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>The directory, and the palette that finds everything in it.</summary>
public sealed class PeopleTests(RunningHelios helios) : Journey(helios)
{
    [Fact]
    public async Task The_list_is_filtered_sorted_and_paged_by_its_address()
    {
        await Larkspur.People(53);
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go("/larkspur/people");
        var rows = tab.Main.Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(50);
        await tab.Page.Locator("#list-more").ScrollIntoViewIfNeededAsync();
        await Expect(rows.Nth(52)).ToBeAttachedAsync();
        await tab.IsAt("/larkspur/people\\?.*rows=.*");

        var filter = tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Filter people" });
        await filter.FillAsync("colleague vip:yes");
        await tab.Keyboard.PressAsync("Enter");
        await tab.IsAt("/larkspur/people\\?q=.*");
        await Expect(rows).ToHaveCountAsync(17);
        await Expect(rows.First).ToContainTextAsync("Colleague 003");
        await tab.Main.GetByRole(AriaRole.Columnheader, new() { Name = "Name" }).GetByRole(AriaRole.Link).ClickAsync();
        await tab.IsAt("/larkspur/people\\?.*sort=.*");
        await Expect(rows.First).ToContainTextAsync("Colleague 051");
        await Expect(tab.Main.GetByRole(AriaRole.Columnheader, new() { Name = "Name" })).ToHaveAttributeAsync("aria-sort", "descending");

        await filter.FillAsync("wip:yes");
        await tab.Keyboard.PressAsync("Enter");
        await tab.Sees(tab.Main.GetByRole(AriaRole.Alert));
        await Expect(filter).ToHaveValueAsync("wip:yes");
    }

    [Fact]
    public async Task A_person_has_a_place_a_manager_reports_tickets_and_a_history()
    {
        var place = await Larkspur.Location("Riga office", "Riga");
        var manager = await Larkspur.Person("Grace Hall", title: "Head of research");
        var person = await Larkspur.Person("Mei Tanaka", title: "Research engineer", location: place.Key, manager: manager.Key);
        await Larkspur.Ticket("Laptop is warm", person.Key);
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go($"/larkspur/people/{person.Key}");
        await tab.Sees(tab.Main.GetByText("Laptop is warm"));
        await tab.Sees(tab.Main.GetByRole(AriaRole.Link, new() { Name = "Riga office" }).First);

        await tab.Main.GetByRole(AriaRole.Link, new() { Name = "Grace Hall" }).First.ClickAsync();
        await tab.IsAt($"/larkspur/people/{manager.Key}");
        await tab.Sees(tab.Main.Locator("#panel-reports").GetByRole(AriaRole.Link, new() { Name = "Mei Tanaka" }));

        await tab.Go($"/larkspur/people/{person.Key}");
        await tab.Link("Edit").ClickAsync();
        await tab.IsAt($"/larkspur/people/{person.Key}/edit");
        await tab.Field("Job title").FillAsync("Principal engineer");
        await tab.Button("Save").ClickAsync();
        await tab.IsTold("Saved");
        await tab.Sees("Principal engineer");
        await tab.Sees(tab.Main.Locator(".timeline").GetByText("Amara Osei").First);
    }

    [Fact]
    public async Task A_ticket_is_made_from_the_page_of_a_person_in_three_clicks()
    {
        var person = await Larkspur.Person("Noah Weiss");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go($"/larkspur/people/{person.Key}");
        await tab.Main.GetByRole(AriaRole.Link, new() { Name = "New ticket" }).First.ClickAsync();
        await Expect(tab.Field("Requester")).ToHaveValueAsync("Noah Weiss");
        await tab.Field("Subject").FillAsync("Locked out of the vault");
        await tab.Button("Create ticket").ClickAsync();
        await tab.IsAt("/larkspur/desk/tickets/T-\\d+");
        await tab.Go($"/larkspur/people/{person.Key}");
        await tab.Sees("Locked out of the vault");
    }

    [Fact]
    public async Task The_palette_finds_by_key_beginning_mail_address_and_with_a_typing_error()
    {
        var person = await Larkspur.Person("Katarzyna Lewandowska");
        var ticket = await Larkspur.Ticket("Turntable needs calibration");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go("/larkspur");
        // A word that nobody knows yet is told from a typing error once the words are counted.
        await Larkspur.CountWords();
        foreach (var (typed, name) in new[]
        {
            (ticket.Key, "Turntable needs calibration"),
            ("calib", "Turntable needs calibration"),
            ("lewand", "Katarzyna Lewandowska"),
            ("katarzyna.lewandowska@larkspur.example", "Katarzyna Lewandowska"),
            ("turntabel", "Turntable needs calibration"),
        })
        {
            await tab.Keyboard.PressAsync("Control+k");
            await tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Search or run a command" }).FillAsync(typed);
            await tab.Sees(tab.Page.GetByRole(AriaRole.Option, new() { Name = name }));
            await tab.Keyboard.PressAsync("Escape");
        }

        await tab.Keyboard.PressAsync("Control+k");
        await tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Search or run a command" }).FillAsync("lewandowska");
        await Expect(tab.Page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Katarzyna");
        await tab.Keyboard.PressAsync("Enter");
        await tab.IsAt($"/larkspur/people/{person.Key}");

        await tab.Keyboard.PressAsync("Control+k");
        await tab.Keyboard.TypeAsync(">new ticket");
        await tab.Keyboard.PressAsync("Enter");
        await tab.IsAt("/larkspur/desk/tickets/new");
    }
}
