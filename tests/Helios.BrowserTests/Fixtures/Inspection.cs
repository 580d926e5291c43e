using System.Globalization;
using Microsoft.Playwright;

namespace Helios.BrowserTests.Fixtures;

/// <summary>Looks a page over in light and dark, wide and narrow: accessibility rules, sideways scroll, and a picture of each.</summary>
static class Inspection
{
    // Only contrast depends on the colors, so the second scheme of a width asks for it alone.
    const string Rules =
        """
        async onlyColors => {
          await Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => null)));
          const rules = onlyColors ? ['color-contrast', 'link-in-text-block'] : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const found = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
          return found.violations.map(rule => `${rule.id}: ${rule.nodes.map(node => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')).join(', ')}`);
        }
        """;

    const string TooWide =
        """
        () => {
          if (document.documentElement.scrollWidth <= innerWidth) return '';
          const culprits = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && e.checkVisibility());
          return culprits.slice(0, 3).map(e => `${e.tagName.toLowerCase()}.${e.className}`).join(', ') || 'unknown';
        }
        """;

    static readonly Lazy<string> Axe = new(() => File.ReadAllText(Repository.At("web", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>What is wrong with the page that the tab shows, in every appearance.</summary>
    /// <param name="tab">The tab; it is wide and light afterwards.</param>
    /// <param name="name">What the pictures are called.</param>
    public static async Task<IReadOnlyList<string>> Of(Tab tab, string name)
    {
        List<string> wrong = [];
        await tab.Page.EvaluateAsync(Axe.Value);
        // Each width first in dark, where every rule is asked.
        foreach (var (width, scheme) in new[] { (390, ColorScheme.Dark), (390, ColorScheme.Light), (1440, ColorScheme.Dark), (1440, ColorScheme.Light) })
        {
            await tab.Page.SetViewportSizeAsync(width, 900);
            await tab.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            var look = string.Create(CultureInfo.InvariantCulture, $"{name}.{scheme}.{width}").ToLowerInvariant();
            foreach (var violation in await tab.Page.EvaluateAsync<string[]>(Rules, scheme == ColorScheme.Light))
                wrong.Add($"{look}: {violation}");
            if (await tab.Page.EvaluateAsync<string>(TooWide) is { Length: > 0 } culprit)
                wrong.Add($"{look}: scrolls sideways because of {culprit}");
            await Screens.Keep(tab, look);
        }

        return wrong;
    }
}
