using System.Globalization;
using Helios.BrowserTests.Fixtures;
using Helios.Itsm.Tickets.Commands;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>Lists as somebody works with them all day: filters written by keys alone, views, and rows that come as one scrolls.</summary>
public sealed class ListTests(RunningHelios helios) : Journey(helios)
{
    const string Tickets = "/larkspur/desk/tickets";
    const float Long = 60_000;

    [Fact]
    public async Task A_filter_is_written_by_keys_alone_with_what_completion_offers()
    {
        var mei = await Larkspur.Person("Mei Okonkwo");
        await Larkspur.Ticket("Lamp flickers", mei.Key);
        await Larkspur.Ticket("Door creaks");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go(Tickets + "?q=");
        await tab.Keyboard.PressAsync("/");
        var field = tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Filter tickets" });
        await Expect(field).ToBeFocusedAsync();

        await tab.Keyboard.TypeAsync("sta");
        await Choose(tab, "status:");
        await Expect(field).ToHaveValueAsync("status:");
        await tab.Keyboard.TypeAsync("op");
        await Choose(tab, "open");
        await Expect(field).ToHaveValueAsync("status:open ");
        await tab.Keyboard.TypeAsync("-requester:\"mei o");
        var found = await Choose(tab, mei.Key);
        Assert.Contains("Mei Okonkwo", found, StringComparison.Ordinal);
        await Expect(field).ToHaveValueAsync($"status:open -requester:{mei.Key} ");
        await tab.Keyboard.PressAsync("Enter");
        await tab.Sees("Door creaks");
        await tab.SeesNo(tab.Text("Lamp flickers"));
        // Escape closes what is offered first, and leaves the field then.
        await tab.Keyboard.PressAsync("/");
        await field.PressAsync("End");
        await tab.Keyboard.TypeAsync("OR pri");
        await tab.Sees(tab.Page.GetByRole(AriaRole.Option, new() { Name = "priority:" }));
        await tab.Keyboard.PressAsync("Escape");
        await tab.SeesNo(tab.Page.GetByRole(AriaRole.Option));
        await Expect(field).ToBeFocusedAsync();
        await tab.Keyboard.PressAsync("Escape");
        await Expect(field).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_completion_offers_is_readable_for_everybody()
    {
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go(Tickets);
        await tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Filter tickets" }).FillAsync("updated<");
        await tab.Sees(tab.Page.GetByRole(AriaRole.Option, new() { Name = "7d" }));
        var wrong = await Inspection.Of(tab, "list-completion");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_view_is_saved_pinned_and_opened_from_another_page()
    {
        await Larkspur.Ticket("Zircon flickers");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go(Tickets + "?q=status%3Anew%20zircon");
        await tab.Button("Save view").ClickAsync();
        var dialog = tab.Page.GetByRole(AriaRole.Dialog, new() { Name = "Save view" });
        await tab.Sees(dialog);
        var wrong = await Inspection.Of(tab, "list-save-view");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        await dialog.GetByLabel("Name").FillAsync("Lamps");
        await dialog.GetByLabel("Pin to the side bar").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save view" }).ClickAsync();
        await tab.IsTold("View “Lamps” saved");
        await Expect(tab.Main.GetByRole(AriaRole.Navigation, new() { Name = "Views" }).GetByRole(AriaRole.Link, new() { Name = "Lamps" })).ToHaveAttributeAsync("aria-current", "page");

        await tab.Go("/larkspur/people");
        var pinned = tab.Page.Locator("#pinned-views").GetByRole(AriaRole.Link, new() { Name = "Lamps" });
        await Expect(pinned.Locator(".count")).ToHaveTextAsync("1");
        await pinned.ClickAsync();
        await tab.Sees("Zircon flickers");
        await Expect(tab.Page.Locator("#pinned-views [aria-current=page]")).ToContainTextAsync("Lamps");

        await tab.Button("View options").ClickAsync();
        await tab.Button("Delete view").ClickAsync();
        await tab.IsTold("deleted");
        await tab.SeesNo(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Lamps" }));
    }

    [Fact]
    public async Task Columns_are_chosen_and_shown()
    {
        await Larkspur.Person("Hugo Martins");
        var tab = await Helios.SignInAs(Roles.Owner);
        await tab.Go("/larkspur/people?q=hugo");
        await tab.Button("Columns").ClickAsync();
        await tab.Page.GetByLabel("Mail address").CheckAsync();
        await tab.Page.GetByLabel("Location", new() { Exact = true }).UncheckAsync();
        await tab.Button("Show these columns").ClickAsync();
        await tab.Sees(tab.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Mail address" }));
        await tab.SeesNo(tab.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Location" }));
        await tab.Sees(tab.Page.GetByRole(AriaRole.Cell, new() { Name = "hugo.martins@larkspur.example" }));
    }

    // Takes long, since it makes five hundred tickets first: fewer would not fill the page.
    [Fact]
    public async Task Rows_come_as_one_scrolls_and_stay_through_live_refreshes_and_the_way_back()
    {
        await Larkspur.SetUp();
        for (var i = 1; i <= 505; i++)
            await Larkspur.Ticket(string.Create(CultureInfo.InvariantCulture, $"Task {i:000}"));
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go(Tickets + "?q=status%3Aopen");
        await tab.Following();
        var rows = tab.Page.Locator("#list-rows tr");
        for (var loaded = 100; loaded <= 500; loaded += 50)
        {
            await tab.Evaluate<int>("() => { scrollTo(0, document.documentElement.scrollHeight); return 0; }");
            await Expect(tab.Page.Locator("#list-range")).ToHaveTextAsync(string.Create(CultureInfo.InvariantCulture, $"1–{loaded}"));
        }

        await Expect(rows).ToHaveCountAsync(500);
        Assert.EndsWith("&rows=500", tab.Path, StringComparison.Ordinal);
        await tab.Sees(tab.Page.Locator("#list-more").GetByRole(AriaRole.Link, new() { Name = "Next" }));

        // Deep in the list somebody works; far above something arrives.
        var row = tab.Page.Locator("#list-rows tr", new() { HasText = "Task 100" });
        await row.Locator(".cover").FocusAsync();
        await row.ScrollIntoViewIfNeededAsync();
        var before = await tab.Evaluate<double>("() => scrollY");
        await Larkspur.Ticket("Just came in");
        // The page is drawn anew with all its rows, which takes a while where all other tests run too.
        await Expect(rows.First).ToContainTextAsync("Just came in", new() { Timeout = Long });
        await Expect(rows).ToHaveCountAsync(500);
        await Expect(row.Locator(".cover")).ToBeFocusedAsync();
        Assert.InRange(await tab.Evaluate<double>("() => scrollY"), before - 120, before + 120);

        // The refresh has ended, and nothing moves beneath the pointer.
        await Expect(tab.Page.Locator("html:not([aria-busy])")).ToBeAttachedAsync();
        before = await tab.Evaluate<double>("() => scrollY");
        await row.Locator(".cover").ClickAsync();
        // Where it is the first ticket that this server shows, its page is compiled now.
        await tab.IsAt(Tickets + "/T-\\d+", Long);
        await tab.Page.GoBackAsync();
        await Expect(rows).ToHaveCountAsync(500);
        await Expect(row).ToBeInViewportAsync();
        Assert.InRange(await tab.Evaluate<double>("() => scrollY"), before - 120, before + 120);

        await tab.Page.Locator("#list-more").GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await Expect(tab.Page.Locator("#list-range")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^501–5\\d\\d$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await tab.Main.GetByRole(AriaRole.Link, new() { Name = "Previous" }).ClickAsync();
        await Expect(tab.Page.Locator("#list-range")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^451–", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));

        // More rows have come, and would be drawn with the next frame; before it one goes away from the page that they are for.
        await tab.Evaluate<int>("""
            () => {
              const [frames, later] = [window.heldFrames = [], window.requestAnimationFrame];
              document.addEventListener('turbo:before-stream-render', () => {
                window.requestAnimationFrame = draw => frames.push(draw);
                queueMicrotask(() => { window.requestAnimationFrame = later; });
              });
              scrollTo(0, document.documentElement.scrollHeight);
              return 0;
            }
            """);
        await tab.Page.WaitForFunctionAsync("() => window.heldFrames.length >= 3");
        await tab.Main.GetByRole(AriaRole.Link, new() { Name = "First page" }).ClickAsync();
        await Expect(tab.Page.Locator("#list-range")).ToHaveTextAsync("1–50");
        await tab.Evaluate<int>("() => { for (const draw of window.heldFrames.splice(0)) draw(0); return 0; }");
        await Expect(tab.Page.Locator("turbo-stream")).ToHaveCountAsync(0);
        Assert.Equal("1–50", await tab.Page.Locator("#list-range").InnerTextAsync());
    }

    [Fact]
    public async Task The_way_back_leads_to_where_one_was_also_after_a_live_refresh_that_moved_nothing()
    {
        var (owner, tickets) = (await Larkspur.SetUp(), new List<string>());
        for (var i = 1; i <= 45; i++)
            tickets.Add((await Larkspur.Ticket($"Task {i}")).Key);
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go(Tickets + "?q=&sort=-created");
        await tab.Following();
        var row = tab.Page.Locator($"#list-rows tr[id={tickets[2]}]");
        await row.ScrollIntoViewIfNeededAsync();
        var before = await tab.Evaluate<double>("() => scrollY");
        Assert.True(before > 300, "The list is too short to be scrolled.");
        await Larkspur.Run(new UpdateTicket(new(tickets[3]), "Renamed meanwhile", default), owner.Scope);
        await tab.Sees("Renamed meanwhile");

        await row.Locator(".cover").ClickAsync();
        await tab.IsAt(Tickets + "/T-\\d+");
        await tab.Page.GoBackAsync();
        await Expect(row).ToBeInViewportAsync();
        Assert.InRange(await tab.Evaluate<double>("() => scrollY"), before - 1, before + 1);

        // Whoever goes back at once leaves a page whose own scrolling the browser has yet to tell.
        await row.Locator(".cover").ClickAsync();
        await tab.IsAt(Tickets + "/T-\\d+");
        await tab.Evaluate<int>("() => { addEventListener('popstate', () => dispatchEvent(new Event('scroll')), { once: true }); return 0; }");
        await tab.Page.GoBackAsync();
        await Expect(row).ToBeInViewportAsync();
    }

    /// <summary>Goes down to an option and takes it; gives what stood there.</summary>
    static async Task<string> Choose(Tab tab, string text)
    {
        // What was offered before the last letters goes when the new answer comes, and a choice with it.
        await tab.SeesNo(tab.Page.Locator("filter-completion [aria-busy]"));
        var option = tab.Page.GetByRole(AriaRole.Option).Filter(new() { Has = tab.Page.Locator("code").GetByText(text, new() { Exact = true }) });
        await tab.Sees(option);
        for (var step = 0; step < 20 && await option.GetAttributeAsync("aria-selected") is not "true"; step++)
            await tab.Keyboard.PressAsync("ArrowDown");
        var words = await option.InnerTextAsync();
        await tab.Keyboard.PressAsync("Enter");
        return words;
    }
}
