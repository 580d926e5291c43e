using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>A link from the relation to the picture, and tags that change their names.</summary>
public sealed class LinkTests(RunningHelios helios) : Journey(helios)
{
    [Fact]
    public async Task A_relation_of_ones_own_limits_the_picker_and_shows_in_the_graph()
    {
        await Larkspur.Location("Vilnius office", "Vilnius");
        await Larkspur.Person("Vilma Kask");
        var ticket = await Larkspur.Ticket("New badge reader");
        var tab = await Helios.SignInAs(Roles.Owner);
        await tab.Go("/larkspur/settings/relations");
        await tab.Field("From the one end").FillAsync("is carried out at");
        await tab.Field("From the other end").FillAsync("sees the work of");
        await tab.Page.GetByRole(AriaRole.Group, new() { Name = "Which records say the second" }).GetByLabel("Locations").CheckAsync();
        await tab.Button("Add relation").ClickAsync();
        await tab.IsTold("added");

        await tab.Go($"/larkspur/desk/tickets/{ticket.Key}");
        await tab.Keyboard.PressAsync("l");
        await tab.IsAt($"/larkspur/entities/{ticket.Key}/links");
        await tab.Field($"{ticket.Key} …").SelectOptionAsync("is carried out at");
        await tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Record" }).PressSequentiallyAsync("vil");
        await tab.Sees(tab.Page.GetByRole(AriaRole.Option, new() { Name = "Vilnius office" }));
        await tab.SeesNo(tab.Page.GetByRole(AriaRole.Option, new() { Name = "Vilma Kask" }));
        await tab.Page.GetByRole(AriaRole.Option, new() { Name = "Vilnius office" }).ClickAsync();
        await tab.Field("Since").FillAsync("2026-03-01");
        await tab.Button("Link").ClickAsync();
        await tab.IsTold("Linked");
        await tab.Sees(tab.Main.Locator("#panel-links").GetByText("is carried out at"));

        await tab.Link("Graph").ClickAsync();
        await tab.IsAt($"/larkspur/entities/{ticket.Key}/graph");
        await tab.Sees(tab.Main.GetByRole(AriaRole.Link, new() { Name = "is carried out at: L-" }));
        await Screens.Keep(tab, "graph");
        await tab.Link("List").ClickAsync();
        await tab.Sees($"{ticket.Key} is carried out at this");

        await tab.Go($"/larkspur/desk/tickets/{ticket.Key}");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Change the link to" }).ClickAsync();
        await tab.Button("End today").ClickAsync();
        await tab.IsTold("Link ended");
        await tab.Go($"/larkspur/entities/{ticket.Key}/graph?show=ended");
        await tab.Sees("is carried out at");
    }

    [Fact]
    public async Task A_tag_is_completed_renamed_and_merged_and_the_filter_goes_on_finding()
    {
        var (one, other) = (await Larkspur.Ticket("Toner is empty"), await Larkspur.Ticket("Paper is empty"));
        var tab = await Helios.SignInAs(Roles.Owner);
        foreach (var (ticket, tag) in new[] { (one, "Druckerei"), (other, "Kopierer") })
        {
            await tab.Go($"/larkspur/desk/tickets/{ticket.Key}");
            await tab.Field("New tag").FillAsync(tag);
            await tab.Button("Add").First.ClickAsync();
            await tab.IsTold($"Tagged {tag}");
        }

        await tab.Field("New tag").PressSequentiallyAsync("druck");
        await tab.Page.GetByRole(AriaRole.Option, new() { Name = "Druckerei" }).ClickAsync();
        await Expect(tab.Field("New tag")).ToHaveValueAsync("Druckerei");

        await tab.Go("/larkspur/settings/tags");
        await tab.Link("Change Druckerei").ClickAsync();
        await tab.Field("Name").FillAsync("Printing");
        await tab.Page.GetByRole(AriaRole.Radio, new() { Name = "teal" }).CheckAsync();
        await tab.Button("Save").ClickAsync();
        await tab.IsTold("saved");
        await tab.Link("Change Kopierer").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "The tag that stays" }).PressSequentiallyAsync("print");
        await tab.Page.GetByRole(AriaRole.Option, new() { Name = "Printing" }).ClickAsync();
        await tab.Button("Merge").ClickAsync();
        await tab.IsTold("Merged into “Printing”");
        foreach (var name in new[] { "Druckerei", "Kopierer", "Printing" })
        {
            await tab.Go($"/larkspur/desk/tickets?q=tag:{name}");
            await Expect(tab.Main.Locator("tbody tr")).ToHaveCountAsync(2);
        }
    }
}
