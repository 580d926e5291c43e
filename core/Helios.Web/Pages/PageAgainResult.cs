using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Web.Pages;

/// <summary>Answers a refused form with another page of the same organization, as if that page had been asked for: what was typed goes along.</summary>
/// <remarks>A panel that stands on the pages of every kind posts to one address, and knows of a record's page no more than where it is.</remarks>
sealed class PageAgainResult(string address, PanelRefusal refused) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (page, values) = PageAddress.Find(httpContext.RequestServices.GetRequiredService<EndpointDataSource>(), HttpMethods.Get, address)
            ?? throw new InvalidOperationException($"There is no page at {address}, though a record has it as its own.");
        httpContext.Items[typeof(PanelRefusal)] = refused;
        httpContext.Request.Method = HttpMethods.Get;
        httpContext.Request.Path = address;
        httpContext.Request.QueryString = QueryString.Empty;
        httpContext.Request.RouteValues = values;
        httpContext.SetEndpoint(page);
        await page.RequestDelegate!(httpContext);
    }
}
