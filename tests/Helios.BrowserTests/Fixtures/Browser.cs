using System.Collections.Concurrent;
using Helios.BrowserTests.Fixtures;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Browser))]
[assembly: AssemblyFixture(typeof(Databases))]
// Two pages at a time are what two cores draw without making each other slow.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace Helios.BrowserTests.Fixtures;

/// <summary>The one Chromium of a test run. A window of it shares nothing with another.</summary>
public sealed class Browser : IAsyncLifetime
{
    const string Variable = "HELIOS_CHROMIUM";
    const string Debian = "/usr/bin/chromium";
    const float Patience = 15_000;
    const int Height = 900;

    /// <summary>
    /// A page of a test lives for seconds: compiling its scripts a second time, better, never pays, and neither does a process for
    /// the network alone. A window needs one process for its pages: each page's opener policy asks for a new one, and starting it
    /// is a third of what a window costs.
    /// </summary>
    static readonly string[] ForShortLives =
    [
        "--js-flags=--no-opt --no-maglev --min-semi-space-size=4",
        "--renderer-process-limit=1",
        // The first is Playwright's own, which this switch would take away.
        "--enable-features=CDPScreenshotNewSurface,NetworkServiceInProcess2",
    ];

    readonly ConcurrentBag<IPage> swept = [];
    IPlaywright? playwright;
    IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Debian;
        Assert.True(File.Exists(path), $"The browser tests need Chromium, and {path} does not exist. Install it (as root: apt-get install -y chromium-headless-shell), or set {Variable} to its path.");
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", .. ForShortLives],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A new window. Its scripts may be switched off, and so may transitions, which take time to draw and to wait for.</summary>
    public async Task<IBrowserContext> Window(int width = 1440, bool scripts = true, bool motion = true)
    {
        var window = await chromium!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = Height },
            JavaScriptEnabled = scripts,
            Locale = "en-US",
            TimezoneId = "UTC",
            ColorScheme = ColorScheme.Light,
            ReducedMotion = motion ? ReducedMotion.NoPreference : ReducedMotion.Reduce,
        });
        window.SetDefaultTimeout(Patience);
        return window;
    }

    /// <summary>The tab of a window in which nothing is known of any site: one that another test gave back, or a new one, which takes as long as loading a page.</summary>
    public async Task<IPage> Borrow(int width)
    {
        if (!swept.TryTake(out var tab))
            return await (await Window(width, motion: false)).NewPageAsync();
        await tab.SetViewportSizeAsync(width, Height);
        return tab;
    }

    /// <summary>Sweeps a borrowed window for the next test. What cannot be taken back (clocks, scripts that come with each page) is the borrower's to know.</summary>
    /// <param name="tab">The window's first tab.</param>
    /// <param name="blank">A page of the site that the window showed, with nothing on it.</param>
    public async Task GiveBack(IPage tab, string blank)
    {
        foreach (var other in tab.Context.Pages.Where(page => page != tab))
            await other.CloseAsync();
        await tab.UnrouteAllAsync();
        await tab.GotoAsync(blank);
        // After the page has left: leaving may keep something.
        await tab.EvaluateAsync("() => { localStorage.clear(); sessionStorage.clear(); }");
        await tab.Context.ClearCookiesAsync();
        swept.Add(tab);
    }
}
