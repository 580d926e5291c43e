using System.Text.RegularExpressions;
using Helios.BrowserTests.Fixtures;
using Helios.Itsm.Tickets.Commands;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>A record is looked at in a panel at the side, from any mention of it, and the page beneath stays as it is.</summary>
public sealed class PeekTests(RunningHelios helios) : Journey(helios)
{
    const string Tickets = "/larkspur/desk/tickets";

    [Fact]
    public async Task From_a_row_by_space_further_into_it_and_on_to_the_whole_page_and_back()
    {
        var person = await Larkspur.Person("Hana Kim");
        var ticket = await Larkspur.Ticket("Lamp flickers", person.Key, "It began **yesterday**.");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go(Tickets);
        await Press(tab, "j", "Space");
        await tab.Sees(Shown(tab, "Lamp flickers"));
        await Expect(Body(tab)).ToBeFocusedAsync();
        await tab.Sees(Panel(tab).GetByText("yesterday"));
        await tab.SeesNo(Panel(tab).Locator("form, textarea, h1, .crumbs, .tabs"));
        // Keys of the page beneath rest, and ids are no one's twice.
        await Press(tab, "c", "?", "j");
        await Expect(tab.Page.Locator("dialog[open]")).ToHaveCountAsync(1);
        Assert.Equal(0, await tab.Evaluate<int>("() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.length - new Set(ids).size; }"));

        await Press(tab, "Escape");
        await Expect(Panel(tab)).ToBeHiddenAsync();
        await Expect(tab.Main.Locator(".cover").First).ToBeFocusedAsync();
        await Press(tab, "Space");
        await Panel(tab).GetByRole(AriaRole.Link, new() { Name = "Hana Kim", Exact = true }).First.FocusAsync();
        await Press(tab, "Space");
        await tab.Sees(Shown(tab, "Hana Kim"));
        await Expect(Panel(tab).Locator("#peek-key")).ToHaveTextAsync(person.Key);
        await Screens.Keep(tab, "peek-further.light.1440");
        await tab.Button("Back to what you looked at before").ClickAsync();
        await tab.Sees(Shown(tab, "Lamp flickers"));
        await Expect(tab.Button("Back to what you looked at before")).ToBeHiddenAsync();
        await Press(tab, "Space");
        await Expect(Panel(tab)).ToBeHiddenAsync();
        await Press(tab, "Space");
        await tab.Sees(Shown(tab, "Lamp flickers"));

        await Press(tab, "Enter");
        await tab.IsAt($"{Tickets}/{ticket.Key}");
        await Expect(Panel(tab)).ToBeHiddenAsync();
        await tab.Page.GoBackAsync();
        await tab.IsAt(Regex.Escape(Tickets) + ".*");
        await tab.Sees(tab.Heading("Tickets"));
        await Expect(Panel(tab)).ToBeHiddenAsync();
        await Expect(tab.Page.Locator("#peek")).ToBeEmptyAsync();
        await tab.Page.GoForwardAsync();
        await tab.Sees(tab.Heading("Lamp flickers"));
        await Expect(Panel(tab)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Opened_again_before_the_browser_tells_that_it_was_closed_it_stays_open()
    {
        await Larkspur.Ticket("Lamp flickers");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go(Tickets);
        await tab.Main.Locator(".cover").First.FocusAsync();
        await Press(tab, "Space");
        await tab.Sees(Shown(tab, "Lamp flickers"));

        Assert.True(await tab.Evaluate<bool>(
            """
            () => new Promise(done => {
              const panel = document.querySelector('#peek-panel');
              panel.addEventListener('close', () => done(panel.open), { once: true });
              panel.close();
              document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }));
            })
            """));
        await tab.Sees(Shown(tab, "Lamp flickers"));
        await Press(tab, "Escape");
        await Expect(tab.Main.Locator(".cover").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_change_of_others_leaves_the_panel_open_and_shows_in_both()
    {
        var person = await Larkspur.Person("Jun Sato");
        var other = await Larkspur.Ticket("Door creaks", person.Key);
        var ticket = await Larkspur.Ticket("Lamp flickers", person.Key);
        var owner = (await Larkspur.SetUp()).Scope;
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go($"{Tickets}/{ticket.Key}");
        await tab.Following();
        await tab.Main.GetByRole(AriaRole.Link, new() { Name = "Door creaks" }).FocusAsync();
        await Press(tab, "Space");
        await tab.Sees(Shown(tab, "Door creaks"));
        await Body(tab).Locator("summary").First.ClickAsync();
        var folded = Body(tab).Locator("details").First;
        await Expect(folded).Not.ToHaveAttributeAsync("open", "");

        await Larkspur.Run(new SetTicketStatus(new(ticket.Key), "waiting"), owner);
        await Expect(tab.Main.Locator(".facts-line")).ToContainTextAsync("Waiting");
        await Expect(Panel(tab)).ToBeVisibleAsync();
        await tab.Sees(Shown(tab, "Door creaks"));
        await Larkspur.Run(new SetTicketStatus(new(other.Key), "in_progress"), owner);
        await Expect(Body(tab).Locator(".facts-line")).ToContainTextAsync("In progress");
        await Expect(folded).Not.ToHaveAttributeAsync("open", "");
        await Press(tab, "Escape");
        await Expect(tab.Main.GetByRole(AriaRole.Link, new() { Name = "Door creaks" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task By_pointer_the_button_by_a_finger_that_rests_and_from_the_board()
    {
        var ticket = await Larkspur.Ticket("Lamp flickers");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go(Tickets + "?q=&layout=board");
        await tab.Page.Locator($"#{ticket.Key} .cover").FocusAsync();
        await Press(tab, "Space");
        await tab.Sees(Shown(tab, "Lamp flickers"));
        // The scrim closes.
        await tab.Page.Mouse.ClickAsync(300, 500);
        await Expect(Panel(tab)).ToBeHiddenAsync();

        await tab.Go(Tickets);
        var row = tab.Main.Locator($"#{ticket.Key} .cover");
        await row.HoverAsync();
        var button = tab.Button($"Peek at {ticket.Key}");
        await tab.Sees(button);
        await Screens.Keep(tab, "peek-button.light.1440");
        await Press(tab, "Escape");
        await Expect(button).ToHaveCountAsync(0);
        await tab.Page.Mouse.MoveAsync(5, 5);
        await row.HoverAsync();
        await button.ClickAsync();
        await tab.Sees(Shown(tab, "Lamp flickers"));
        await tab.Button("Close").Last.ClickAsync();
        await Expect(row).ToBeFocusedAsync();

        await row.EvaluateAsync("link => link.dispatchEvent(new PointerEvent('contextmenu', { pointerType: 'touch', bubbles: true, cancelable: true }))");
        await tab.Sees(Shown(tab, "Lamp flickers"));
        await Press(tab, "o");
        await tab.IsAt($"{Tickets}/{ticket.Key}");
    }

    [Fact]
    public async Task What_is_gone_says_so_what_does_not_load_can_be_tried_again_and_whoever_is_signed_out_signs_in()
    {
        var ticket = await Larkspur.Ticket("Lamp flickers");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go(Tickets);
        var row = tab.Main.Locator($"#{ticket.Key} .cover");
        await row.EvaluateAsync("link => { link.dataset.peek = '/larkspur/desk/tickets/T-999999'; }");
        await row.FocusAsync();
        tab.Expects(404);
        await Press(tab, "Space");
        await tab.Sees(Shown(tab, "Nothing here"));
        await Screens.Keep(tab, "peek-gone.light.1440");
        await Press(tab, "Escape");
        await row.EvaluateAsync("link => { delete link.dataset.peek; }");

        var address = $"**/{ticket.Key}";
        await tab.Page.Intercept(address, route => route.AbortAsync());
        tab.Expects("net::ERR_FAILED");
        tab.Expects("TypeError: Failed to fetch");
        await Press(tab, "Space");
        await tab.Sees(tab.Button("Try again"));
        await Screens.Keep(tab, "peek-fault.light.1440");
        await tab.Page.UnrouteAsync(address);
        await tab.Button("Try again").ClickAsync();
        await tab.Sees(Shown(tab, "Lamp flickers"));
        await Press(tab, "Escape");

        await tab.Page.Context.ClearCookiesAsync();
        await Press(tab, "Space");
        await tab.IsAt(Regex.Escape("/sign-in?return=" + Uri.EscapeDataString($"{Tickets}/{ticket.Key}")));
        await Expect(tab.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_look_from_the_inbox_reads_nothing_away()
    {
        var staff = await Larkspur.Somebody(Roles.ItStaff);
        var ticket = await Larkspur.Ticket("Lamp flickers");
        await Larkspur.Run(new AssignTicket(new(ticket.Key), new(staff.Key)), (await Larkspur.SetUp()).Scope);
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go("/larkspur/inbox");
        await tab.Following();
        var entry = tab.Main.Locator(".is-unread .cover", new() { HasText = ticket.Key });
        await Expect(entry).ToBeVisibleAsync();
        await entry.FocusAsync();
        await Press(tab, "Space");
        await tab.Sees(Shown(tab, "Lamp flickers"));
        await Press(tab, "Escape");
        await tab.Go("/larkspur/inbox");
        await Expect(entry).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_open_panel_passes_the_accessibility_rules_and_fills_a_small_screen()
    {
        var location = await Larkspur.Location("Tallinn office", "Tallinn");
        var ticket = await Larkspur.Ticket("VPN drops every hour", (await Larkspur.Person("Mei Tanaka", location: location.Key)).Key, "Since **Monday** the tunnel closes after an hour.");
        var tab = await Helios.SignInAs(Roles.Owner);
        await tab.Go(Tickets);
        await tab.Main.Locator($"#{ticket.Key} .cover").FocusAsync();
        await Press(tab, "Space");
        await tab.Sees(Shown(tab, "VPN drops every hour"));
        var wrong = await Inspection.Of(tab, "peek");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        await tab.Page.SetViewportSizeAsync(390, 800);
        var box = (await Panel(tab).BoundingBoxAsync())!;
        Assert.Equal((0, 390), (box.X, box.Width));
    }

    [Fact]
    public async Task Without_script_and_with_single_keys_off_links_are_links()
    {
        var ticket = await Larkspur.Ticket("Lamp flickers");
        var plain = await Helios.SignInAs(Roles.ItStaff, scripts: false);
        await plain.Go(Tickets);
        await Expect(Panel(plain)).ToBeHiddenAsync();
        await plain.Main.Locator($"#{ticket.Key} .cover").ClickAsync();
        await plain.IsAt($"{Tickets}/{ticket.Key}");

        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go(Tickets);
        await tab.Evaluate<string>("() => document.documentElement.dataset.hotkeys = 'off'");
        await tab.Main.Locator($"#{ticket.Key} .cover").FocusAsync();
        await Press(tab, "Space");
        await Expect(Panel(tab)).ToBeHiddenAsync();
        // Without the key, Tab meets the button behind its link.
        await Press(tab, "Shift+Tab", "Tab", "Tab");
        await Expect(tab.Button($"Peek at {ticket.Key}")).ToBeFocusedAsync();
        await Press(tab, "Enter");
        await tab.Sees(Shown(tab, "Lamp flickers"));
        await Press(tab, "o");
        await Expect(Panel(tab)).ToBeVisibleAsync();
        await Press(tab, "Escape");
        await Expect(tab.Main.Locator($"#{ticket.Key} .cover")).ToBeFocusedAsync();
    }

    static ILocator Panel(Tab tab) => tab.Page.Locator("#peek-panel");

    static ILocator Body(Tab tab) => Panel(tab).Locator(".body").First;

    static ILocator Shown(Tab tab, string title) => Panel(tab).GetByRole(AriaRole.Heading, new() { Name = title, Exact = true });

    static async Task Press(Tab tab, params string[] keys)
    {
        foreach (var key in keys)
            await tab.Keyboard.PressAsync(key);
    }
}
