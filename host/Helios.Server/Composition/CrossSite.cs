using Helios.Kernel.Problems;
using Helios.Web.Pages;

namespace Helios.Server.Composition;

/// <summary>Refuses what another site makes a browser send: a second wall behind the antiforgery token.</summary>
sealed class CrossSite(RequestDelegate next)
{
    static readonly Problem Refusal = new(ProblemKind.Forbidden, "request.cross_site", "Another site sent this form. Open Helios itself and repeat what you wanted to do.");

    public Task Invoke(HttpContext http) => IsForeign(http.Request) ? PageProblems.Page(http, Refusal).ExecuteAsync(http) : next(http);

    // The API takes no cookies, so other sites may call it. "none" is the person himself, "same-site" a sister host.
    static bool IsForeign(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method)
        && (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
        && !request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !request.Path.StartsWithSegments(ViolationReports.Path, StringComparison.Ordinal);
}
