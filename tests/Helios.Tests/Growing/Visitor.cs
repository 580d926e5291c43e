using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Helios.Core.Identity.Sessions;
using Helios.Kernel.Scopes;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Tests.Growing;

/// <summary>Somebody of a growing house at a browser without scripts: opens pages and sends forms, though the application is not started.</summary>
sealed class Visitor
{
    readonly GrowingHouse house;
    readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);
    readonly CompositeEndpointDataSource pages;

    Visitor(GrowingHouse house) => (this.house, pages) = (house, new CompositeEndpointDataSource(((IEndpointRouteBuilder)house.App).DataSources));

    /// <summary>A member, signed in.</summary>
    public static async Task<Visitor> SignIn(GrowingHouse house, Scope member)
    {
        var visitor = new Visitor(house);
        await using var work = house.App.Services.CreateAsyncScope();
        var http = visitor.Request(work.ServiceProvider, HttpMethods.Get, "/sign-in");
        await house.App.Services.GetRequiredService<SessionStore>().Begin(http, member.Actor.AccountId!.Value);
        visitor.Keep(http);
        return visitor;
    }

    public Task<Answer> Open(string path) => Send(HttpMethods.Get, path, []);

    /// <summary>Looks at a page as the panel at the side does.</summary>
    public Task<Answer> PeekAt(string path) => Send(HttpMethods.Get, path, [], isPeek: true);

    /// <summary>Sends the form of a page with what it holds hidden, and these fields.</summary>
    public Task<Answer> Submit(IHtmlFormElement form, params (string Name, string Value)[] fields)
    {
        var hidden = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Where(input => !Array.Exists(fields, field => field.Name == input.Name)).Select(input => (input.Name!, input.Value));
        return Send(HttpMethods.Post, form.GetAttribute("action")!, [.. hidden, .. fields]);
    }

    async Task<Answer> Send(string method, string path, (string Name, string Value)[] fields, bool isPeek = false)
    {
        await using var work = house.App.Services.CreateAsyncScope();
        var http = Request(work.ServiceProvider, method, path);
        if (isPeek)
            http.Request.Headers[Peek.Header] = Peek.Frame;
        if (HttpMethods.IsPost(method))
        {
            http.Request.ContentType = "application/x-www-form-urlencoded";
            http.Request.Body = new MemoryStream(await new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))).ReadAsByteArrayAsync());
        }

        using var body = new MemoryStream();
        http.Response.Body = body;
        if (PageAddress.Find(pages, http.Request.Method, http.Request.Path) is { } found)
        {
            http.Request.RouteValues = found.Values;
            await found.Page.RequestDelegate!(http);
        }
        else
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        await http.Response.BodyWriter.FlushAsync();
        Keep(http);
        var html = Encoding.UTF8.GetString(body.ToArray());
        return new Answer((HttpStatusCode)http.Response.StatusCode, http.Response.Headers.Location.ToString(), http.Response.Headers.Vary.ToString(), html, await new HtmlParser().ParseDocumentAsync(html));
    }

    DefaultHttpContext Request(IServiceProvider services, string method, string path)
    {
        var http = new DefaultHttpContext { RequestServices = new Located(services, pages) };
        (http.Request.Method, http.Request.Scheme, http.Request.Host) = (method, "http", new HostString("localhost"));
        var question = path.IndexOf('?', StringComparison.Ordinal);
        http.Request.Path = question < 0 ? path : path[..question];
        http.Request.QueryString = new QueryString(question < 0 ? null : path[question..]);
        http.Request.Headers.Cookie = string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        return http;
    }

    void Keep(HttpContext http)
    {
        foreach (var set in http.Response.Headers.SetCookie)
            if (set!.Split(';')[0].Split('=', 2) is [var name, var value])
                cookies[name] = value;
    }

    /// <summary>What a page answered.</summary>
    public sealed record Answer(HttpStatusCode Status, string Leads, string Vary, string Html, IHtmlDocument Document);

    /// <summary>The services of the house, with the pages that an application only knows once it is started.</summary>
    sealed class Located(IServiceProvider inner, EndpointDataSource pages) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(EndpointDataSource) ? pages : inner.GetService(serviceType);
    }
}
