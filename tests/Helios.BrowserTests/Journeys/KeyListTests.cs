using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>The list of keys tells what the page has: no more and no less.</summary>
public sealed class KeyListTests(RunningHelios helios) : Journey(helios)
{
    const string Listed = "() => [...document.querySelectorAll('#keys dl > div')].filter(e => e.checkVisibility()).map(e => [...e.querySelectorAll('kbd')].map(k => k.textContent).join(' ') + ': ' + e.querySelector('dd').textContent)";

    const string Offered = "() => [...new Set([...document.querySelectorAll('[data-key], main [data-row-key]')].map(e => e.dataset.key ?? e.dataset.rowKey))]";

    static readonly string[] OfNoMark = ["Ctrl K", "esc", "Ctrl ↵", "j", "k", "↵", "space", "x"];

    [Fact]
    public async Task On_a_ticket_and_in_the_list_it_names_every_key_that_is_there()
    {
        var ticket = await Larkspur.Ticket("Lamp flickers");
        var tab = await Helios.SignInAs(Roles.ItStaff);

        var onTicket = await List(tab, $"/larkspur/desk/tickets/{ticket.Key}");
        Has(onTicket, "a: Assign…", "s: Status", "r: Public reply", "n: Internal note", "w: Watch", "Ctrl ↵: Send what you write", "g t: Desk");
        var onList = await List(tab, "/larkspur/desk/tickets");
        Has(onList, "space: Look at the record of the row or link that has the focus; space again closes, o opens its page", "j: Next row", "x: Select the row that has the focus", "?: Keyboard shortcuts");
        Assert.DoesNotContain("Ctrl ↵: Send what you write", onList);
        Assert.Contains(onList, line => line.StartsWith("/: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_it_names_works()
    {
        var ticket = await Larkspur.Ticket("Lamp flickers");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go($"/larkspur/desk/tickets/{ticket.Key}");
        await tab.Keyboard.PressAsync("a");
        await tab.Sees(tab.Page.GetByRole(AriaRole.Dialog, new() { Name = "Assign " }));
        await tab.Keyboard.PressAsync("Escape");
    }

    [Fact]
    public async Task A_live_refresh_leaves_the_open_list_whole()
    {
        await Larkspur.Ticket("Lamp flickers");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go("/larkspur/desk/tickets");
        await tab.Following();
        await tab.Keyboard.PressAsync("?");
        await Larkspur.Ticket("Door creaks");
        await Expect(tab.Page.GetByText("Door creaks").First).ToBeAttachedAsync();
        await Expect(tab.Page.Locator("#keys")).ToContainTextAsync("Desk");
    }

    static void Has(IReadOnlyList<string> listed, params string[] lines) => Assert.All(lines, line => Assert.Contains(line, listed));

    /// <summary>Opens the list of a page by its key, compares it with the page, and closes it.</summary>
    static async Task<IReadOnlyList<string>> List(Tab tab, string path)
    {
        await tab.Go(path);
        await tab.Keyboard.PressAsync("?");
        await Expect(tab.Page.Locator("#keys")).ToBeVisibleAsync();
        var listed = await tab.Evaluate<string[]>(Listed);
        Assert.All(listed, line => Assert.False(line.EndsWith(": ", StringComparison.Ordinal), $"{line} says nothing."));
        Assert.Equal((await tab.Evaluate<string[]>(Offered)).Order(), listed.Select(line => line.Split(": ")[0]).Except(OfNoMark).Order());
        Assert.Empty(await Inspection.Of(tab, "keys"));
        await tab.Keyboard.PressAsync("Escape");
        await Expect(tab.Page.Locator("#keys")).ToBeHiddenAsync();
        return listed;
    }
}
