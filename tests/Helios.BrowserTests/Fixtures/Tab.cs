using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Fixtures;

/// <summary>One tab of a window, with what it complained about.</summary>
public sealed class Tab
{
    readonly ConcurrentQueue<string> faults = new();
    readonly List<string> expected = [];
    readonly string address;
    readonly bool scripts;

    public Tab(IPage page, string address, bool scripts)
    {
        Page = page;
        this.address = address;
        this.scripts = scripts;
        page.PageError += HearError;
        page.Console += HearConsole;
    }

    public IPage Page { get; }

    /// <summary>Whether something was done to its window that nobody takes back, so that no other test gets it.</summary>
    public bool IsSpent { get; private set; }

    public IKeyboard Keyboard => Page.Keyboard;

    /// <summary>The path of the page that it shows, with what stands behind the question mark.</summary>
    public string Path => new Uri(Page.Url).PathAndQuery;

    /// <summary>What is to be read.</summary>
    public ILocator Main => Page.Locator("main");

    /// <summary>Loads a page anew and waits until its scripts have started.</summary>
    public async Task<IResponse> Go(string path)
    {
        var answer = await Page.GotoAsync(path.StartsWith("http", StringComparison.Ordinal) ? path : address + path);
        await Ready();
        return answer!;
    }

    /// <summary>What an address answers to the window's cookies, past the page that it shows.</summary>
    public Task<IAPIResponse> Ask(string path) => Page.Context.APIRequest.GetAsync(address + path);

    /// <summary>Waits until the scripts of the page have started.</summary>
    public async Task Ready()
    {
        if (scripts)
            await Page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Waits until the page follows changes of others.</summary>
    public Task Following() => Page.Locator("html[data-live=on]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    public ILocator Text(string text) => Main.GetByText(text);

    public ILocator Field(string label) => Page.GetByLabel(label);

    /// <summary>Where a reply or a note is written.</summary>
    public ILocator Composer => Page.GetByRole(AriaRole.Textbox, new() { Name = "Message" });

    /// <summary>What is written from now on is for the staff alone.</summary>
    public Task ChooseNote() => Page.GetByRole(AriaRole.Form, new() { Name = "Write" }).GetByText("Internal note").ClickAsync();

    /// <summary>Waits until something can be seen.</summary>
    public Task Sees(ILocator something) => Expect(something.First).ToBeVisibleAsync();

    /// <summary>Waits until a text of the page can be seen.</summary>
    public Task Sees(string text) => Sees(Text(text).First);

    /// <summary>Waits until something is gone.</summary>
    public Task SeesNo(ILocator something) => Expect(something).ToHaveCountAsync(0);

    /// <summary>Waits until the address has this path, of the pattern's syntax; for so many milliseconds, where the page may take long.</summary>
    public async Task IsAt(string pattern, float? patience = null)
    {
        await Expect(Page).ToHaveURLAsync(new Regex("^" + Regex.Escape(address) + pattern + "$", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = patience });
        await Ready();
    }

    /// <summary>Waits until the last act is confirmed.</summary>
    public Task IsTold(string toast) => Sees(Page.GetByRole(AriaRole.Region, new() { Name = "Notifications" }).GetByText(toast).First);

    /// <summary>The next answer is a refusal on purpose; the browser's line about it is no fault, and must come.</summary>
    public void Expects(int status) => Expects($"responded with a status of {status}");

    /// <summary>The browser is going to complain in these words on purpose, and must.</summary>
    public void Expects(string complaint) => expected.Add(complaint);

    /// <summary>Evaluates a script in the page, as the console of the browser does.</summary>
    public Task<T> Evaluate<T>(string script) => Page.EvaluateAsync<T>(script);

    /// <summary>Says that something is done to the window that nobody takes back.</summary>
    public void Spend() => IsSpent = true;

    /// <summary>Listens no more. What scripts, the console and the policy complained about, and what was expected and did not come.</summary>
    public IReadOnlyList<string> Close()
    {
        Page.PageError -= HearError;
        Page.Console -= HearConsole;
        List<string> complaints = [.. faults];
        foreach (var line in expected)
        {
            var at = complaints.FindIndex(fault => fault.Contains(line, StringComparison.Ordinal));
            if (at < 0)
                complaints.Add($"Nothing said “{line}”, though the test expects it.");
            else
                complaints.RemoveAt(at);
        }

        return complaints;
    }

    void HearError(object? sender, string error) => faults.Enqueue($"{Page.Url}: {error}");

    void HearConsole(object? sender, IConsoleMessage message)
    {
        if (message.Type is "error" or "warning")
            faults.Enqueue($"{Page.Url}: {message.Text} {message.Location}");
    }
}
