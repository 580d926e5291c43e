using System.Globalization;
using Helios.Tests.Fixtures;
using Microsoft.Playwright;

namespace Helios.BrowserTests.Fixtures;

/// <summary>Looks a page over in light and dark, wide and narrow: accessibility rules, sideways scroll, and pictures where they are wanted.</summary>
static class Inspection
{
    const string Rules =
        """
        async () => {
          await Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => null)));
          const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const found = await axe.run(document, { runOnly: rules, resultTypes: ['violations'], preload: false });
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

    static readonly (int Width, ColorScheme Scheme)[] Looks =
    [
        (390, ColorScheme.Dark),
        (1440, ColorScheme.Light),
        (390, ColorScheme.Light),
        (1440, ColorScheme.Dark),
    ];

    static readonly Lazy<string> Axe = new(() => File.ReadAllText(Repository.At("web", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>What is wrong with the page that the tab shows.</summary>
    /// <remarks>
    /// No page scrolls sideways in either width. The rules hold in all four looks; a run of every day applies them to each page in one
    /// of them, which the page's name decides: what pages are made of stands on many of them.
    /// </remarks>
    /// <param name="tab">The tab; it is wide and light afterwards.</param>
    /// <param name="name">What the pictures are called.</param>
    public static async Task<IReadOnlyList<string>> Of(Tab tab, string name)
    {
        List<string> wrong = [];
        // From now on the tab brings them to each page by itself: sending them anew took longer than applying them.
        if (!await tab.Evaluate<bool>("() => 'axe' in window"))
        {
            tab.Spend();
            await tab.Page.AddInitScriptAsync(Axe.Value);
            await tab.Page.EvaluateAsync(Axe.Value);
        }

        var (first, whole) = (name.Sum(letter => letter), Screens.AreWanted ? Looks.Length : Volume.Of(everyday: 1, full: Looks.Length));
        // Two of them at least: one look has the other width of the next.
        for (var i = 0; i < Math.Max(whole, 2); i++)
        {
            var (width, scheme) = Looks[(first + i) % Looks.Length];
            await Take(tab, width, scheme);
            var look = string.Create(CultureInfo.InvariantCulture, $"{name}.{scheme}.{width}").ToLowerInvariant();
            foreach (var violation in i < whole ? await tab.Page.EvaluateAsync<string[]>(Rules) : [])
                wrong.Add($"{look}: {violation}");
            if (await tab.Page.EvaluateAsync<string>(TooWide) is { Length: > 0 } culprit)
                wrong.Add($"{look}: scrolls sideways because of {culprit}");
            await Screens.Keep(tab, look);
        }

        await Take(tab, 1440, ColorScheme.Light);
        return wrong;
    }

    static async Task Take(Tab tab, int width, ColorScheme scheme)
    {
        await tab.Page.SetViewportSizeAsync(width, 900);
        await tab.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
    }
}
