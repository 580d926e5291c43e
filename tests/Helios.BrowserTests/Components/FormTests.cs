using Xunit;

namespace Helios.BrowserTests.Components;

/// <summary>Forms with and without scripts.</summary>
public sealed class FormTests(ComponentSite site) : IClassFixture<ComponentSite>
{
    [Fact]
    public async Task A_refused_form_keeps_everything_and_leads_to_what_is_wrong()
    {
        await using var window = await site.Window();
        var page = await ComponentPage.Open(window, site, "/form");
        await page.Tab.FillAsync("#f-title", "Hi");
        await page.Tab.Locator("#f-tell").UncheckAsync();
        await page.Tab.FillAsync("#f-requester", "mei");
        await page.Tab.Locator("entity-picker [role=option]").First.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.StartsWith("U-", await page.Tab.Locator("input[type=hidden][name=requester]").InputValueAsync(), StringComparison.Ordinal);

        await page.Tab.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Create ticket" }).ClickAsync();

        await page.Until("document.activeElement.id === 'errors'");
        Assert.True(await page.Is("document.querySelectorAll('[aria-invalid=true]').length === 2"));
        Assert.Equal("Hi", await page.Tab.InputValueAsync("#f-title"));
        Assert.Equal("Mei Tanaka", await page.Tab.InputValueAsync("#f-requester"));
        Assert.False(await page.Tab.Locator("#f-tell").IsCheckedAsync());
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task A_picker_that_comes_back_from_the_history_still_sends_one_key()
    {
        await using var window = await site.Window();
        var page = await ComponentPage.Open(window, site, "");
        await page.Tab.Locator("nav.sidebar a[href$=empty]").ClickAsync();
        await page.Until("location.pathname.endsWith('/empty')");
        await page.Tab.GoBackAsync();
        await page.Until("document.querySelector('#f-person')?.value === 'Mei Tanaka'");

        Assert.True(await page.Is("document.querySelectorAll('input[name=person]').length === 1 && document.querySelector('input[name=person]').value === 'U-12'"));
    }

    [Fact]
    public async Task Without_scripts_a_form_is_sent_and_refused_in_the_same_words()
    {
        await using var window = await site.Window(scripts: false);
        var tab = await window.NewPageAsync();
        await tab.GotoAsync(site.Address + "/form");
        await tab.FillAsync("#f-title", "Hi");
        await tab.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Create ticket" }).ClickAsync();

        await tab.Locator("#errors").WaitForAsync();
        Assert.Equal("Hi", await tab.InputValueAsync("#f-title"));
    }
}
