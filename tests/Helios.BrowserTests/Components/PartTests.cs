using Microsoft.Playwright;
using Xunit;

namespace Helios.BrowserTests.Components;

/// <summary>Parts that do something without a script of their own.</summary>
public sealed class PartTests(ComponentSite site) : IClassFixture<ComponentSite>
{
    [Fact]
    public async Task A_board_of_five_lanes_fits_a_wide_screen_and_has_no_columns_to_choose()
    {
        await using var window = await site.Window();
        var page = await ComponentPage.Open(window, site, "/board");

        Assert.Equal(5, await page.Tab.Locator(".lane").CountAsync());
        Assert.True(await page.Is("(board => board.scrollWidth <= board.clientWidth)(document.querySelector('.board'))"));
        Assert.Equal(0, await Button(page, "Columns").CountAsync());
        await page.Go("/table");
        Assert.Equal(1, await Button(page, "Columns").CountAsync());
    }

    [Fact]
    public async Task A_part_of_a_form_opens_with_the_choice_that_needs_it_and_works_without_scripts()
    {
        await using var window = await site.Window(scripts: false);
        var tab = await window.NewPageAsync();
        await tab.GotoAsync(site.Address + "/form");
        var part = tab.GetByRole(AriaRole.Region, new() { Name = "Who has to know" });

        await Assertions.Expect(part).ToBeHiddenAsync();
        await tab.GetByLabel("Priority").SelectOptionAsync("high");
        await Assertions.Expect(part).ToBeVisibleAsync();
        await tab.GetByLabel("Priority").SelectOptionAsync("low");
        await Assertions.Expect(part).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_switch_sends_its_form_at_once_by_mouse_on_its_label_and_by_key()
    {
        await using var window = await site.Window(scripts: false);
        var tab = await window.NewPageAsync();
        foreach (var (name, sent) in new[] { ("Mail me about mentions", "mail=false"), ("Digest each morning", "digest=true") })
        {
            await tab.GotoAsync(site.Address);
            var asked = tab.WaitForRequestAsync(request => request.Method == "POST");
            if (sent == "mail=false")
                await tab.GetByText(name).ClickAsync();
            else
                await tab.GetByRole(AriaRole.Switch, new() { Name = name }).PressAsync("Space");
            Assert.Contains(sent, (await asked).PostData, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_shown_once_lets_on_only_who_says_that_it_is_kept()
    {
        await using var window = await site.Window(scripts: false);
        var tab = await window.NewPageAsync();
        await tab.GotoAsync(site.Address);
        var done = tab.GetByRole(AriaRole.Link, new() { Name = "Done" });

        await Assertions.Expect(done).ToBeHiddenAsync();
        await tab.GetByLabel("I've saved this key").CheckAsync();
        await Assertions.Expect(done).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Pictures_of_numbers_are_told_in_words()
    {
        await using var window = await site.Window();
        var page = await ComponentPage.Open(window, site, "/data");

        foreach (var name in new[] { "41 of 44 systems proven", "Example line from 12 to 34", "47 obligations by week, 9 in the week of 4 January." })
            await Assertions.Expect(page.Tab.GetByRole(AriaRole.Img, new() { Name = name })).ToBeVisibleAsync();
        await page.Tab.GetByText("Show as table").ClickAsync();
        await Assertions.Expect(page.Tab.GetByRole(AriaRole.Cell, new() { Name = "38 ms" })).ToBeVisibleAsync();
    }

    static ILocator Button(ComponentPage page, string name) => page.Tab.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
