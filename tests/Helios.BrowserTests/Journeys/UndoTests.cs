using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>Taking acts back, and doing one to many records.</summary>
public sealed class UndoTests(RunningHelios helios) : Journey(helios)
{
    static ILocator Undo(Tab tab, string name = "Undo") =>
        tab.Page.GetByRole(AriaRole.Region, new() { Name = "Notifications" }).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    [Fact]
    public async Task The_toast_takes_back_by_button_and_by_key_and_does_it_again()
    {
        var ticket = await Larkspur.Ticket("Chair creaks");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go($"/larkspur/desk/tickets/{ticket.Key}");
        await tab.Button("Assign to me").ClickAsync();
        await tab.IsTold($"{ticket.Key} is yours");

        await Undo(tab).ClickAsync();
        await tab.IsTold($"{ticket.Key} is as it was before");
        await tab.IsAt($"/larkspur/desk/tickets/{ticket.Key}");
        await tab.Sees(tab.Main.GetByText("undid: took this"));

        await tab.Sees(Undo(tab, "Redo"));
        await tab.Keyboard.PressAsync("z");
        await tab.IsTold($"{ticket.Key} is changed again");
    }

    [Fact]
    public async Task On_a_phone_the_newest_toast_stands_alone_and_the_others_wait_behind_it()
    {
        var ticket = await Larkspur.Ticket("Lamp flickers");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Page.SetViewportSizeAsync(390, 844);
        await tab.Go($"/larkspur/desk/tickets/{ticket.Key}");
        await tab.Button("Assign to me").ClickAsync();
        await tab.IsTold($"{ticket.Key} is yours");
        await Undo(tab).ClickAsync();
        await tab.IsTold($"{ticket.Key} is as it was before");
        await Expect(Undo(tab)).ToHaveCountAsync(0);

        await tab.Page.GetByRole(AriaRole.Region, new() { Name = "Notifications" }).GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        await Expect(Undo(tab)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_setting_goes_back_from_the_toast_and_its_page_shows_it()
    {
        var tab = await Helios.SignInAs(Roles.Owner);
        await tab.Go("/larkspur/settings");
        await tab.Field("Name").FillAsync("Larkspur Works");
        await tab.Button("Save settings").ClickAsync();
        await tab.IsTold("Settings saved");
        await Screens.Keep(tab, "setting-undo");

        await Undo(tab).ClickAsync();
        await tab.IsTold("It is as it was before");
        await tab.IsAt("/larkspur/settings");
        await Expect(tab.Field("Name")).ToHaveValueAsync("Larkspur Labs");
    }

    [Fact]
    public async Task What_was_changed_again_since_says_why_it_stays()
    {
        var ticket = await Larkspur.Ticket("Door sticks");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go($"/larkspur/desk/tickets/{ticket.Key}");
        await tab.Button("Assign to me").ClickAsync();
        await tab.IsTold("is yours");
        var other = await Helios.SignInAs(Roles.Owner);
        await other.Go($"/larkspur/desk/tickets/{ticket.Key}");
        await other.Button("Assign to me").ClickAsync();
        await other.IsTold("is yours");

        tab.Expects(422);
        await Undo(tab).ClickAsync();
        await tab.Sees(tab.Page.GetByText("This was changed again since"));
    }

    [Fact]
    public async Task A_bulk_change_over_a_filter_is_followed_to_its_end_and_undone_as_one()
    {
        for (var i = 0; i < 60; i++)
            await Larkspur.Ticket($"Keyboard {i} is sticky");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go("/larkspur/desk/tickets?q=sticky");
        var bar = tab.Page.GetByRole(AriaRole.Toolbar, new() { Name = "Chosen tickets" });
        await Expect(bar).ToBeHiddenAsync();
        await tab.Page.GetByLabel("Choose all rows of this page").CheckAsync();
        await Expect(bar.GetByText("50 selected")).ToBeVisibleAsync();
        await Screens.Keep(tab, "bulk-bar");
        await tab.Page.SetViewportSizeAsync(390, 844);
        await Screens.Keep(tab, "bulk-bar-narrow");
        await tab.Page.SetViewportSizeAsync(1440, 900);
        await bar.GetByLabel("All 60 matching").CheckAsync();
        await bar.GetByRole(AriaRole.Button, new() { Name = "Priority" }).ClickAsync();

        await tab.Sees(tab.Heading("Priority 60 tickets"));
        await tab.Field("Priority").SelectOptionAsync("Urgent");
        await Screens.Keep(tab, "bulk-new");
        await tab.Button("Priority 60 tickets").ClickAsync();
        await tab.IsAt("/larkspur/bulk/B-\\d+");
        await tab.Sees(tab.Main.GetByText("Done").First);
        await tab.Sees(tab.Main.GetByRole(AriaRole.Link, new() { Name = "Changed 60" }));
        await Screens.Keep(tab, "bulk-done");

        await tab.Button("Undo 60 tickets").ClickAsync();
        await tab.IsTold("takes it back");
        await tab.Sees(tab.Main.GetByRole(AriaRole.Link, new() { Name = "Changed 60" }));
    }

    [Fact]
    public async Task Without_a_script_rows_are_chosen_changed_and_given_back_too()
    {
        var ticket = await Larkspur.Ticket("Window rattles");
        var tab = await Helios.SignInAs(Roles.ItStaff, scripts: false);
        await tab.Go("/larkspur/desk/tickets?q=rattles");
        await tab.Page.GetByLabel($"Choose {ticket.Key}").CheckAsync();
        await tab.Button("Close").ClickAsync();
        await tab.Sees(tab.Heading("Close 1 ticket"));
        await tab.Button("Close 1 ticket").ClickAsync();
        await tab.IsAt("/larkspur/bulk/B-\\d+");
        var undo = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Undo: closed this" }).First;
        // Nothing refreshes by itself here, and the job takes its time.
        for (var look = 0; look < 60 && !await undo.IsVisibleAsync(); look++)
            await tab.Go($"/larkspur/desk/tickets/{ticket.Key}/timeline");
        await undo.ClickAsync();
        await tab.IsTold($"{ticket.Key} is as it was before");
    }
}
