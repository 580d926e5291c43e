using System.Text.RegularExpressions;
using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>Tickets as a board: moved by mouse, by keys and without script, with undo, and within the rights of whoever looks.</summary>
public sealed class BoardTests(RunningHelios helios) : Journey(helios)
{
    const string Board = "/larkspur/desk/tickets?q=&layout=board";

    [Fact]
    public async Task The_layout_switch_keeps_the_filter_and_a_tile_moves_by_its_menu_and_back_by_undo()
    {
        var ticket = await Larkspur.Ticket("Lamp flickers");
        await Larkspur.Ticket("Door creaks");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go("/larkspur/desk/tickets?q=lamp");
        await tab.Link("Board").ClickAsync();
        await tab.IsAt(Regex.Escape("/larkspur/desk/tickets?q=lamp&layout=board"));
        await Expect(In(tab, "new", ticket.Key)).ToBeVisibleAsync();
        await tab.SeesNo(tab.Text("Door creaks"));

        await tab.Button($"Move {ticket.Key} to…").ClickAsync();
        await tab.Page.Locator($"#move-{ticket.Key}").GetByRole(AriaRole.Button, new() { Name = "Waiting" }).ClickAsync();
        await tab.IsTold($"{ticket.Key} is waiting");
        await Expect(In(tab, "waiting", ticket.Key)).ToBeVisibleAsync();
        await tab.IsAt(Regex.Escape("/larkspur/desk/tickets?q=lamp&layout=board"));
        await tab.Button("Undo").ClickAsync();
        await Expect(In(tab, "new", ticket.Key)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_tile_is_dragged_to_another_lane_and_a_second_window_follows()
    {
        var ticket = await Larkspur.Ticket("Lamp flickers");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        var other = await Helios.SignInAs(Roles.Owner);
        await tab.Go(Board);
        await other.Go(Board);
        await other.Following();
        await tab.Page.DragAndDropAsync($"#{ticket.Key}", "#lane-in_progress > ol");
        await tab.IsTold($"{ticket.Key} is in progress");
        await Expect(In(tab, "in_progress", ticket.Key)).ToBeVisibleAsync();
        await Expect(In(other, "in_progress", ticket.Key)).ToBeVisibleAsync();
        await tab.SeesNo(tab.Page.Locator(".drop"));
    }

    [Fact]
    public async Task Keys_alone_move_a_tile()
    {
        var ticket = await Larkspur.Ticket("Lamp flickers");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go(Board);
        await tab.Keyboard.PressAsync("j");
        await tab.Keyboard.PressAsync("s");
        await tab.Keyboard.PressAsync("ArrowDown");
        await tab.Keyboard.PressAsync("Enter");
        await Expect(In(tab, "in_progress", ticket.Key)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_the_menu_moves_and_a_long_lane_shows_more()
    {
        for (var i = 0; i < 25; i++)
            await Larkspur.Ticket($"Heater {i} hums");
        var tab = await Helios.SignInAs(Roles.ItStaff, scripts: false);
        await tab.Go("/larkspur/desk/tickets?q=heater&layout=board");
        await Expect(tab.Page.Locator("#lane-new .tile")).ToHaveCountAsync(20);
        await tab.Link("Show more in New").ClickAsync();
        await Expect(tab.Page.Locator("#lane-new .tile")).ToHaveCountAsync(25);
        var key = (await tab.Page.Locator("#lane-new .tile").First.GetAttributeAsync("id"))!;
        await tab.Button($"Move {key} to…").ClickAsync();
        await tab.Page.Locator($"#move-{key}").GetByRole(AriaRole.Button, new() { Name = "Resolved" }).ClickAsync();
        await Expect(In(tab, "resolved", key)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_requester_sees_his_own_in_everyday_words_and_moves_nothing()
    {
        var jonas = await Larkspur.Somebody(Roles.User);
        var ticket = await Larkspur.Ticket("Lamp flickers", jonas.Key);
        await Larkspur.Ticket("Door creaks");
        var tab = await Helios.SignInAs(Roles.User);
        await tab.Go(Board);
        await tab.Sees(tab.Heading("Received"));
        await Expect(In(tab, "new", ticket.Key)).ToBeVisibleAsync();
        await tab.SeesNo(tab.Text("Door creaks"));
        await tab.SeesNo(tab.Page.Locator(".tile .menu, .tile[draggable]"));
    }

    static ILocator In(Tab tab, string lane, string key) => tab.Page.Locator($"#lane-{lane} #{key}");
}
