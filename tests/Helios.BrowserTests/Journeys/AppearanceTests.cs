using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>The look follows the system until somebody chooses.</summary>
public sealed class AppearanceTests(RunningHelios helios) : Journey(helios)
{
    const string Ground = "() => getComputedStyle(document.body).backgroundColor";

    [Fact]
    public async Task The_theme_follows_the_system_until_it_is_chosen_and_then_goes_along()
    {
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go("/larkspur");
        var light = await tab.Evaluate<string>(Ground);
        tab.Spend();
        await tab.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await tab.Evaluate<string>(Ground);
        Assert.NotEqual(light, dark);

        await tab.Go("/larkspur/account/appearance");
        await tab.Field("Theme").SelectOptionAsync("Light");
        await tab.Button("Save appearance").ClickAsync();
        await tab.IsTold("Appearance saved");
        await Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        Assert.Equal(light, await tab.Evaluate<string>(Ground));

        var elsewhere = await Helios.SignInAs(Roles.ItStaff);
        elsewhere.Spend();
        await elsewhere.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await elsewhere.Go("/larkspur");
        Assert.Equal(light, await elsewhere.Evaluate<string>(Ground));
    }
}
