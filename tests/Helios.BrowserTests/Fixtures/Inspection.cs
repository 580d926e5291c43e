using System.Globalization;
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

    static readonly (int Width, ColorScheme Scheme)[][] Looks =
    [
        [(390, ColorScheme.Dark), (1440, ColorScheme.Light)],
        [(390, ColorScheme.Light), (1440, ColorScheme.Dark)],
    ];

    static readonly Lazy<string> Axe = new(() => File.ReadAllText(Repository.At("web", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>What is wrong with the page that the tab shows.</summary>
    /// <remarks>Each page in both widths and both schemes; half of the pages are narrow in dark, the others in light, which halves the time of a run.</remarks>
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

        foreach (var (width, scheme) in Screens.AreWanted ? Looks.SelectMany(looks => looks) : Looks[name.Sum(letter => letter) % Looks.Length])
        {
            await Take(tab, width, scheme);
            var look = string.Create(CultureInfo.InvariantCulture, $"{name}.{scheme}.{width}").ToLowerInvariant();
            foreach (var violation in await tab.Page.EvaluateAsync<string[]>(Rules))
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
