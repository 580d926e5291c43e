using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;

namespace Helios.BrowserTests.Components;

/// <summary>One tab with what it complained about.</summary>
sealed class ComponentPage
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly List<string> faults = [];
    readonly string address;

    ComponentPage(IPage tab, string address)
    {
        Tab = tab;
        this.address = address;
        tab.PageError += (_, error) => faults.Add(error);
        // A refused form is an answer, but the browser counts every 422 as a failed load.
        tab.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("422", StringComparison.Ordinal))
                faults.Add(message.Text);
        };
    }

    public IPage Tab { get; }

    /// <summary>Errors of scripts and of the console.</summary>
    public IReadOnlyList<string> Faults => faults;

    public IKeyboard Keyboard => Tab.Keyboard;

    public static async Task<ComponentPage> Open(IBrowserContext window, ComponentSite site, string path)
    {
        var page = new ComponentPage(await window.NewPageAsync(), site.Address);
        await page.Go(path);
        return page;
    }

    /// <summary>Loads a page anew and waits until its scripts have started.</summary>
    public async Task Go(string path)
    {
        await Tab.GotoAsync(address + path);
        await Tab.Locator("html[data-ready]").WaitForAsync();
    }

    /// <summary>Waits until the page follows changes.</summary>
    public Task Following() => Tab.Locator("html[data-live=on]").WaitForAsync();

    public Task<bool> Is(string expression) => Tab.EvaluateAsync<bool>(expression);

    public Task Do(string statements) => Tab.EvaluateAsync($"() => {{ {statements} }}");

    /// <summary>Waits for a condition. The policy forbids the library's own way of polling.</summary>
    public async Task Until(string expression)
    {
        var watch = Stopwatch.StartNew();
        while (!await Is(expression))
        {
            Assert.True(watch.Elapsed < Patience, $"Not within {Patience.TotalSeconds} s: {expression}");
            await Task.Delay(20);
        }
    }
}
