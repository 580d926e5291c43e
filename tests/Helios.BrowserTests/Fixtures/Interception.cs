using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;

namespace Helios.BrowserTests.Fixtures;

/// <summary>Requests that a test answers in the server's place.</summary>
static class Interception
{
    const string Probe = "async () => (await fetch(document.querySelector('link[rel=stylesheet]').href + '?probe')).status";
    const int Intercepted = 204;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Lets a route answer what the loaded page asks for at an address, of the pattern's syntax.</summary>
    /// <remarks>The browser confirms a route while the page may still ask past it, so the page asks until a route answers.</remarks>
    public static async Task Intercept(this IPage page, string address, Func<IRoute, Task> answer, int? times = null)
    {
        await page.RouteAsync(address, answer, new() { Times = times });
        await page.RouteAsync("**?probe", route => route.FulfillAsync(new() { Status = Intercepted }));
        var watch = Stopwatch.StartNew();
        while (await page.EvaluateAsync<int>(Probe) != Intercepted)
        {
            Assert.True(watch.Elapsed < Patience, $"The page still asks past the route of {address}.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await page.UnrouteAsync("**?probe");
    }
}
