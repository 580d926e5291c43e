using Helios.BrowserTests.Fixtures;
using Xunit;

namespace Helios.BrowserTests.Components;

/// <summary>What every component page keeps in light and dark, wide and narrow.</summary>
public sealed class AppearanceTests(ComponentSite site) : IClassFixture<ComponentSite>
{
    static readonly string[] Pages = ["", "/data", "/board", "/table", "/list", "/record", "/form", "/empty", "/loading", "/sign-in", "/not-found", "/failed"];

    [Theory]
    [InlineData("dark", 1440)]
    [InlineData("light", 390)]
    public async Task Pages_pass_the_accessibility_rules_and_never_scroll_sideways(string theme, int width)
    {
        await using var window = await site.Window(width);
        var rules = await File.ReadAllTextAsync(AxePath(), TestContext.Current.CancellationToken);
        var page = await ComponentPage.Open(window, site, "");
        var reports = site.Reports.Count;
        foreach (var path in Pages)
        {
            await page.Go($"{path}?theme={theme}");
            await page.Tab.EvaluateAsync(rules);
            var violations = await page.Tab.EvaluateAsync<string>("async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.map(v => v.id + ' ' + v.nodes.map(n => n.target.join(' ')).join(', ')).join('; ')");

            Assert.Equal("", violations);
            Assert.True(await page.Is("document.documentElement.scrollWidth <= innerWidth"), path);
        }

        Assert.Empty(page.Faults);
        Assert.Equal(reports, site.Reports.Count);
    }

    [Fact]
    public async Task The_accessibility_rules_are_really_asked()
    {
        await using var window = await site.Window();
        var page = await ComponentPage.Open(window, site, "/form");
        await page.Tab.EvaluateAsync(await File.ReadAllTextAsync(AxePath(), TestContext.Current.CancellationToken));
        await page.Do("document.querySelector('label[for=f-title]').remove()");

        Assert.Equal("label", await page.Tab.EvaluateAsync<string>("async () => (await axe.run(document)).violations.map(v => v.id).join()"));
    }

    [Fact]
    public async Task The_policy_refuses_what_is_inline_and_reports_it()
    {
        await using var other = await site.Window();
        var page = await ComponentPage.Open(other, site, "/not-found");
        await page.Do("const s = document.createElement('style'); s.textContent = 'h1 { color: red }'; document.head.append(s)");

        await page.Until("getComputedStyle(document.querySelector('h1')).color !== 'rgb(255, 0, 0)'");
        Assert.Contains(page.Faults, fault => fault.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_theme_that_was_chosen_anew_shows_without_a_full_load()
    {
        await using var window = await site.Window();
        var page = await ComponentPage.Open(window, site, "/list?theme=dark");
        await page.Do("const a = document.createElement('a'); a.href = '?theme=light'; document.querySelector('main').append(a); a.click()");

        await page.Until("document.documentElement.dataset.theme === 'light'");
    }

    static string AxePath() => Repository.At("web", "node_modules", "axe-core", "axe.min.js");
}
