using Helios.BrowserTests.Fixtures;
using Xunit;

namespace Helios.BrowserTests.Components;

/// <summary>Changes of others show at once and take nothing away.</summary>
public sealed class LiveRefreshTests(ComponentSite site) : IClassFixture<ComponentSite>
{
    const string Stale = "document.querySelector('h1').textContent = 'stale'; ";
    const string Fresh = "document.querySelector('h1').textContent.startsWith('VPN')";

    [Fact]
    public async Task A_refresh_keeps_unsent_text_focus_closed_panels_and_the_window()
    {
        await using var window = await site.Window();
        var page = await Record(window);
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("g t only for us");
        await page.Do("document.querySelector('.panel').open = false; window.same = true; " + Stale);

        site.Fire("ticket", "T-1042");
        await page.Until(Fresh);

        Assert.Equal("g t only for us", await page.Tab.Locator("textarea").InputValueAsync());
        Assert.True(await page.Is("document.querySelector('input[value=internal]').checked && document.activeElement.name === 'body'"));
        Assert.True(await page.Is("window.same && !document.querySelector('.panel').open"));
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task A_refresh_keeps_an_open_dialog_modal_and_a_toast_readable_even_after_a_visit()
    {
        await using var window = await site.Window();
        var page = await ComponentPage.Open(window, site, "/list");
        await page.Tab.Locator("main .cover").First.ClickAsync();
        await page.Until(Fresh);
        await page.Following();
        for (var i = 0; i < 2; i++)
        {
            await page.Do("document.querySelector('toast-region').show({ title: 'Kept' }); if (!document.getElementById('keys').open) document.getElementById('keys').showModal(); " + Stale);
            site.Fire("ticket", "T-1042");
            await page.Until(Fresh);

            Assert.True(await page.Is("document.getElementById('keys').matches(':modal')"));
            Assert.True(await page.Is("document.querySelector('.toast strong')?.textContent === 'Kept'"));
        }
    }

    [Fact]
    public async Task Two_tabs_share_one_connection_and_both_refresh()
    {
        await using var window = await site.Window();
        var one = await Record(window);
        var other = await Record(window);
        await one.Do(Stale);
        await other.Do(Stale);

        Assert.Equal(1, site.Listeners);
        site.Fire("ticket", "T-1042");
        await other.Until(Fresh);
        await one.Tab.BringToFrontAsync();
        await one.Until(Fresh);
    }

    [Fact]
    public async Task Many_changes_end_in_few_refreshes_that_show_the_last_state()
    {
        await using var window = await site.Window();
        var page = await Record(window);
        var refreshes = 0;
        page.Tab.Request += (_, request) => refreshes += request.Url.EndsWith("/record", StringComparison.Ordinal) ? 1 : 0;

        for (var i = 0; i < 20; i++)
        {
            site.Fire("ticket", "T-1042");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await page.Do(Stale);
        site.Fire("ticket", "T-1042");
        await page.Until(Fresh);

        Assert.InRange(refreshes, 2, 4);
    }

    [Fact]
    public async Task A_change_of_something_else_does_not_refresh()
    {
        await using var window = await site.Window();
        var page = await Record(window);
        var refreshes = 0;
        page.Tab.Request += (_, request) => refreshes += request.Url.EndsWith("/record", StringComparison.Ordinal) ? 1 : 0;

        site.Fire("ticket", "T-9");
        site.Fire("user", "T-1042");
        await page.Do(Stale);
        site.Fire("ticket", "T-1042");
        await page.Until(Fresh);

        Assert.Equal(1, refreshes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refresh_that_does_not_get_through_leaves_the_page_and_comes_again(bool isAnswered)
    {
        await using var window = await site.Window();
        var page = await Record(window);
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("half a sentence");
        await page.Do("window.same = true; " + Stale);
        var failed = new TaskCompletionSource();
        await page.Tab.Intercept("**/record", async route =>
        {
            await (isAnswered ? route.FulfillAsync(new() { Status = 502, ContentType = "text/html", Body = "<h1>Bad gateway</h1>" }) : route.AbortAsync("connectionrefused"));
            failed.SetResult();
        }, times: 1);

        site.Fire("ticket", "T-1042");
        await failed.Task;
        await page.Until(Fresh);

        Assert.True(await page.Is("window.same && !document.documentElement.hasAttribute('aria-busy')"));
        Assert.Equal("half a sentence", await page.Tab.Locator("textarea").InputValueAsync());
        Assert.DoesNotContain(page.Faults, fault => !fault.Contains("Failed to load resource", StringComparison.Ordinal));
    }

    async Task<ComponentPage> Record(Microsoft.Playwright.IBrowserContext window)
    {
        var page = await ComponentPage.Open(window, site, "/record");
        await page.Following();
        return page;
    }
}
