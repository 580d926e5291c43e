using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>A day at the desk without a mouse.</summary>
public sealed class KeyboardTests(RunningHelios helios) : Journey(helios)
{
    [Fact]
    public async Task From_the_list_to_a_reply_and_an_assignee_by_keys_alone()
    {
        await Larkspur.Somebody(Roles.ItStaff);
        await Larkspur.Ticket("Scanner is jammed");
        var ticket = await Larkspur.Ticket("Lamp over desk 4 is broken", (await Larkspur.Person("Hana Kim")).Key);
        var tab = await Helios.SignInAs(Roles.Owner);
        await tab.Go("/larkspur");
        await Press(tab, "g", "t");
        await tab.IsAt("/larkspur/desk/tickets.*");
        await Press(tab, "j");
        await Expect(tab.Main.Locator("tbody tr").First.Locator(".cover")).ToBeFocusedAsync();
        await Press(tab, "Enter");
        await tab.IsAt($"/larkspur/desk/tickets/{ticket.Key}");

        await Press(tab, "r");
        await Expect(tab.Composer).ToBeFocusedAsync();
        await tab.Keyboard.TypeAsync("An electrician comes at two.");
        await Press(tab, "Control+Enter");
        await tab.Sees(tab.Main.GetByRole(AriaRole.Article, new() { Name = "Public reply: Robin Lane" }));

        await tab.IsTold("Reply sent");
        await Press(tab, "Escape", "a");
        var dialog = tab.Page.GetByRole(AriaRole.Dialog, new() { Name = "Assign " });
        await tab.Sees(dialog);
        await dialog.GetByLabel("Assignee").FocusAsync();
        await tab.Keyboard.TypeAsync("Amara");
        await Press(tab, "Tab", "Tab", "Enter");
        await tab.IsTold("assigned to Amara Osei");

        await Press(tab, "s");
        await Press(tab, "ArrowDown", "Enter");
        await tab.IsTold($"{ticket.Key} is");
    }

    [Fact]
    public async Task The_first_tab_skips_to_the_content_and_every_stop_is_visible()
    {
        await Larkspur.Ticket("Scanner is jammed");
        var tab = await Helios.SignInAs(Roles.Owner);
        await tab.Go("/larkspur/desk/tickets");
        await Press(tab, "Tab");
        await Expect(tab.Link("Skip to content")).ToBeFocusedAsync();
        await Press(tab, "Enter");
        for (var stop = 0; stop < 12; stop++)
        {
            await Press(tab, "Tab");
            Assert.True(
                await tab.Evaluate<bool>("() => { const e = document.activeElement, s = getComputedStyle(e); return e.matches('body, main') || e.checkVisibility() && (s.outlineStyle !== 'none' || s.boxShadow !== 'none' || getComputedStyle(e, '::after').outlineStyle !== 'none'); }"),
                $"Stop {stop} has no visible focus: {await tab.Evaluate<string>("() => document.activeElement.outerHTML.slice(0, 200)")}");
        }
    }

    static async Task Press(Tab tab, params string[] keys)
    {
        foreach (var key in keys)
            await tab.Keyboard.PressAsync(key);
    }
}
