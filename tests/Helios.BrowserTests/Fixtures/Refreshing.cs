namespace Helios.BrowserTests.Fixtures;

/// <summary>A refresh brings the page as the server wrote it; what scripts made of it has to be there again.</summary>
static class Refreshing
{
    const int Attempts = 3;

    /// <summary>As after the way back to a page that the browser kept; then holds each tag against what stood there before.</summary>
    const string Differences =
        """
        async () => {
          const varies = /^<html|__RequestVerificationToken|name="(helios-seq|view-transition)"|^<relative-time/;
          const tags = () => {
            const counts = new Map();
            for (const tag of document.documentElement.outerHTML.split(/(?=<)/).map(text => text.trim()))
              if (!varies.test(tag)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
            return counts;
          };
          const before = tags();
          const loaded = new Promise(resolve => document.addEventListener('turbo:load', resolve, { once: true }));
          dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
          await loaded;
          await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
          const after = tags();
          const more = (one, other) => [...one].filter(([tag, count]) => count > (other.get(tag) ?? 0)).map(([tag]) => tag.slice(0, 200));
          return [...more(before, after).map(tag => 'lost ' + tag), ...more(after, before).map(tag => 'got ' + tag)];
        }
        """;

    /// <summary>What a refresh of the page that the tab shows leaves otherwise than it was.</summary>
    /// <remarks>Meanwhile something else may have changed the page; that does not happen each time.</remarks>
    public static async Task<IReadOnlyList<string>> Of(Tab tab, string name)
    {
        string[] different = [];
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (attempt > 0)
                await tab.Go(tab.Page.Url);
            await tab.Following();
            different = await tab.Page.EvaluateAsync<string[]>(Differences);
            if (different.Length == 0)
                break;
        }

        return [.. different.Take(5).Select(difference => $"{name}: a refresh {difference}")];
    }
}
