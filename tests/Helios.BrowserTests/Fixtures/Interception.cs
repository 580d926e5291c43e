using Microsoft.Playwright;

namespace Helios.BrowserTests.Fixtures;

/// <summary>Requests that a test answers in the server's place.</summary>
static class Interception
{
    const string Probe = "async () => (await fetch(document.querySelector('link[rel=stylesheet]').href + '?probe')).status";
    const int Intercepted = 204;

    /// <summary>Lets a route answer what the loaded page asks for at an address, of the pattern's syntax.</summary>
    /// <remarks>The browser confirms a route while the page may still ask past it, so the page asks until a route answers.</remarks>
    public static async Task Intercept(this IPage page, string address, Func<IRoute, Task> answer, int? times = null)
    {
        await page.RouteAsync(address, answer, new() { Times = times });
        await page.RouteAsync("**?probe", route => route.FulfillAsync(new() { Status = Intercepted }));
        while (await page.EvaluateAsync<int>(Probe) != Intercepted)
            await Task.Delay(10);
        await page.UnrouteAsync("**?probe");
    }
}
