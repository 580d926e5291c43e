using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Helios.Tests.Fixtures;

/// <summary>A person at a browser without scripts: keeps cookies, opens pages, fills in forms. It follows no redirect by itself.</summary>
public sealed class Browser
{
    public const string AddressHeader = "X-Test-Address";

    readonly HttpMessageHandler server;
    readonly string address;

    internal Browser(HttpMessageHandler server, string address)
    {
        this.server = server;
        this.address = address;
    }

    public CookieContainer Cookies { get; private set; } = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Task<BrowserPage> Open(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Opens a page and whatever it leads on to.</summary>
    public async Task<BrowserPage> Follow(string path)
    {
        var page = await Open(path);
        for (var i = 0; i < 5 && page.Leads is { } next; i++)
            page = await Open(next);
        return page;
    }

    /// <summary>Fills in the form of a page that posts to an address, and sends it with what else it holds.</summary>
    public Task<BrowserPage> Submit(BrowserPage page, string action, params (string Name, string Value)[] fields)
    {
        var form = page.Document.QuerySelectorAll("form").FirstOrDefault(one => one.GetAttribute("action") == action)
            ?? throw new InvalidOperationException($"The page has no form that posts to {action}: {page.Text}");
        var typed = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var kept = form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>().Where(input => !typed.Contains(input.Name!)).Select(input => (input.Name!, input.Value));
        return Post(action, [.. kept, .. fields]);
    }

    /// <summary>Posts fields as they are.</summary>
    public Task<BrowserPage> Post(string path, params (string Name, string Value)[] fields) =>
        Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) });

    public async Task<BrowserPage> Send(HttpRequestMessage request)
    {
        request.RequestUri = new Uri(new Uri("http://localhost"), request.RequestUri!);
        request.Headers.Add(AddressHeader, address);
        if (Cookies.GetCookieHeader(request.RequestUri) is { Length: > 0 } cookies)
            request.Headers.Add("Cookie", cookies);
        using var client = new HttpMessageInvoker(server, disposeHandler: false);
        var response = await client.SendAsync(request, Stop);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            Cookies.SetCookies(request.RequestUri, cookie);
        var body = await response.Content.ReadAsStringAsync(Stop);
        return new BrowserPage(response, body, await new HtmlParser().ParseDocumentAsync(body, Stop));
    }

    /// <summary>Another browser that holds the same cookies: whoever stole them.</summary>
    public Browser Copy()
    {
        var copy = new Browser(server, address);
        copy.Cookies.Add(Cookies.GetAllCookies());
        return copy;
    }
}
