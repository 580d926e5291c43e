using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Helios.Web.Pages;

/// <summary>A page, rendered as a whole and sent in one piece.</summary>
/// <remarks>
/// The framework's own result keeps every piece of text as an object and passes them on one by one, since it can stream; these
/// pages are finished before the first byte leaves, so the text goes into one buffer: a seventh of a list's cost less.
/// </remarks>
/// <param name="page">The component.</param>
/// <param name="parameters">Its parameters.</param>
/// <param name="status">The status of the answer.</param>
public sealed class PageResult(Type page, IDictionary<string, object?> parameters, int status = StatusCodes.Status200OK) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        TellAddress(httpContext);
        using var html = new HtmlBuffer();
        await using (var renderer = new HtmlRenderer(httpContext.RequestServices, httpContext.RequestServices.GetRequiredService<ILoggerFactory>()))
            await renderer.Dispatcher.InvokeAsync(() => Render(renderer, html));

        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.Headers.Append(HeaderNames.Vary, Peek.Header);
        await httpContext.Response.Body.WriteAsync(html.Written, httpContext.RequestAborted);
    }

    /// <summary>A form without an address posts to the page's own, which the renderer asks for. A request may be answered twice: the page that says what failed comes after one that failed.</summary>
    static void TellAddress(HttpContext http)
    {
        if (!http.Items.TryAdd(typeof(PageResult), true))
            return;
        var request = http.Request;
        var home = $"{request.Scheme}://{request.Host}/";
        ((IHostEnvironmentNavigationManager)http.RequestServices.GetRequiredService<NavigationManager>()).Initialize(home, home + request.Path.Value!.TrimStart('/') + request.QueryString);
    }

    async Task Render(HtmlRenderer renderer, HtmlBuffer html)
    {
        var root = await renderer.RenderComponentAsync(page, ParameterView.FromDictionary(parameters));
        root.WriteHtmlTo(html);
    }
}
