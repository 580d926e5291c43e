using System.Net;
using AngleSharp.Html.Dom;

namespace Helios.Tests.Fixtures;

/// <summary>What a browser got.</summary>
public sealed record BrowserPage(HttpResponseMessage Response, string Body, IHtmlDocument Document)
{
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Where it leads on to; null where it does not.</summary>
    public string? Leads => Response.Headers.Location?.ToString();

    /// <summary>The words of the page's main part, spaces made one.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? Body).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
