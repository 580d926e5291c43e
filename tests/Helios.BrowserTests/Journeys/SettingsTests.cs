using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>The settings, which have more pages than a small screen has room for.</summary>
public sealed class SettingsTests(RunningHelios helios) : Journey(helios)
{
    [Fact]
    public async Task On_a_small_screen_the_tab_of_the_page_is_in_sight()
    {
        var tab = await Helios.SignInAs(Roles.Owner, width: 390);
        await tab.Go("/larkspur/settings/backups");
        var tabs = tab.Page.GetByRole(AriaRole.Navigation, new() { Name = "Settings" });
        await Expect(tabs.GetByText("Backups")).ToBeInViewportAsync(new() { Ratio = 0.9f });
        await Expect(tabs.GetByText("Organization")).Not.ToBeInViewportAsync();
        await Screens.Keep(tab, "settings-narrow");

        await tabs.GetByText("Jobs").ClickAsync();
        await tab.IsAt("/larkspur/settings/jobs");
        await Expect(tabs.GetByText("Jobs")).ToBeInViewportAsync(new() { Ratio = 0.9f });
    }
}
