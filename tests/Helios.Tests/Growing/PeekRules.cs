using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Helios.Core.Identity.Sessions;
using Helios.Kernel.Entities;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Helios.Tests.Growing;

/// <summary>The page of every kind can be shown in the panel beside another page, without a line of its own.</summary>
sealed class PeekRules(GrowingHouse house)
{
    /// <summary>What would act in a page that is to be read, or belongs to a page of its own.</summary>
    const string NotInPanel = "form, button, input, select, textarea, dialog, [popover], h1, main, .crumbs, reply-composer, command-palette, hotkey-map, meta, title";

    /// <summary>What is wrong with the peek of each kind.</summary>
    public async Task<List<string>> Violations()
    {
        List<string> violations = [];
        await house.SwitchModulesOn();
        foreach (var kind in house.Registry.Kinds)
            violations.AddRange((await Of(kind)).Select(wrong => $"The peek of {kind.Page}: {wrong}"));
        return violations;
    }

    /// <summary>What a key answers that is not there.</summary>
    public async Task<(int Status, string Html)> Missing()
    {
        await house.SwitchModulesOn();
        var (status, html, _) = await Get(Address("/desk/tickets/T-999999"), isPeek: true);
        return (status, html);
    }

    async Task<List<string>> Of(KindDeclaration kind)
    {
        var made = await house.Makers.Make(new Sampler(house, house.Larkspur, house.Larkspur.Owner), kind);
        var address = Address(kind.Page.Replace("{key}", made.Key, StringComparison.Ordinal));
        var events = await Events();
        var (status, whole, _) = await Get(address, isPeek: false);
        var (peekStatus, peek, vary) = await Get(address, isPeek: true);
        List<string> wrong = [];
        if ((status, peekStatus) != (200, 200))
            return [$"it answers {peekStatus}, and the page {status}."];
        if (!vary.Contains(Peek.Header, StringComparison.OrdinalIgnoreCase))
            wrong.Add("its answer does not say that it varies by Turbo-Frame, so a cache could give one for the other.");
        if (await Events() != events)
            wrong.Add("looking at it is an event. A GET changes nothing.");
        var body = (await new HtmlParser().ParseDocumentAsync(peek)).Body!;
        if (body.Children is not [{ LocalName: "turbo-frame" } frame] || frame.Id != Peek.Frame || frame.GetAttribute("target") != "_top")
            return [.. wrong, "it is not the one frame of the panel. The page has to render an AppShell."];
        if (frame.QuerySelector("h2.title")?.TextContent.Trim() is not { Length: > 0 } title || !frame.TextContent.Replace(title, "", StringComparison.Ordinal).Any(char.IsLetterOrDigit))
            wrong.Add("it shows no title, or nothing besides. What stands in a form only has to be shown where Shell.IsPeek.");
        wrong.AddRange(frame.QuerySelectorAll(NotInPanel).Select(element => $"{Start(element)} has no place there. Use PostForm, Button, Menu, Dialog, which leave themselves out, or ask Shell.IsPeek (request.IsPeek in a panel)."));
        wrong.AddRange(frame.QuerySelectorAll(".card, details").Where(card => !card.Children.Any(part => !part.Matches("header, summary, h2") && HasContent(part))).Select(card => $"{Start(card)} is empty there. Leave it out where Shell.IsPeek."));
        if (peek.Length >= whole.Length)
            wrong.Add($"it has {peek.Length:N0} characters, and the page {whole.Length:N0}.");
        return wrong;
    }

    static bool HasContent(IElement element) => element.TextContent.Any(letter => !char.IsWhiteSpace(letter)) || element.QuerySelector("img, svg, progress") is not null;

    static string Start(IElement element) => element.OuterHtml[..Math.Min(120, element.OuterHtml.Length)];

    string Address(string path) => "/" + house.Larkspur.Organization.Slug + path;

    Task<long> Events() => house.One<long>("select count(*) from event");

    async Task<(int Status, string Html, string Vary)> Get(string address, bool isPeek)
    {
        var (endpoint, values) = Page(address);
        await using var scope = house.App.Services.CreateAsyncScope();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Connection = { RemoteIpAddress = IPAddress.Loopback }, Request = { Method = "GET", Scheme = "http", Host = new HostString("localhost"), Path = address, RouteValues = values } };
        http.Request.Headers.Cookie = await Session();
        if (isPeek)
            http.Request.Headers[Peek.Header] = Peek.Frame;
        http.Response.Body = body;
        await endpoint.RequestDelegate!(http);
        await http.Response.BodyWriter.FlushAsync();
        return (http.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()), http.Response.Headers.Vary.ToString());
    }

    (RouteEndpoint Endpoint, RouteValueDictionary Values) Page(string address)
    {
        var pages = ((IEndpointRouteBuilder)house.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .OrderBy(endpoint => endpoint.RoutePattern.Parameters.Count);
        foreach (var page in pages)
        {
            var values = new RouteValueDictionary();
            if (new TemplateMatcher(TemplateParser.Parse(page.RoutePattern.RawText!.TrimStart('/')), []).TryMatch(address, values))
                return (page, values);
        }

        throw new InvalidOperationException($"No page is at {address}.");
    }

    async Task<string> Session()
    {
        var http = new DefaultHttpContext { RequestServices = house.App.Services, Connection = { RemoteIpAddress = IPAddress.Loopback }, Request = { Scheme = "http" } };
        await house.App.Services.GetRequiredService<SessionStore>().Begin(http, house.Larkspur.Owner.Actor.AccountId!.Value);
        var cookie = SetCookieHeaderValue.Parse(http.Response.Headers.SetCookie.Single());
        return $"{cookie.Name}={cookie.Value}";
    }
}
