using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Helios.Web.Pages;

/// <summary>Finds pages of organizations by their address, as routing does for a request.</summary>
public static class PageAddress
{
    /// <summary>The page at the address; of several that fit, the one with the most of it in its pattern. Null where there is none.</summary>
    /// <param name="pages">Everything that is routed.</param>
    /// <param name="method">The method that it answers.</param>
    /// <param name="address">The path of the address, without its query.</param>
    public static (RouteEndpoint Page, RouteValueDictionary Values)? Find(EndpointDataSource pages, string method, string address)
    {
        foreach (var page in pages.Endpoints.OfType<RouteEndpoint>().Where(page => Answers(page, method)).OrderBy(page => page.RoutePattern.InboundPrecedence))
        {
            var values = new RouteValueDictionary();
            if (new TemplateMatcher(new RouteTemplate(page.RoutePattern), []).TryMatch(address, values))
                return (page, values);
        }

        return null;
    }

    static bool Answers(RouteEndpoint endpoint, string method) =>
        endpoint.RoutePattern.RawText?.StartsWith(PageRoutes.Organization, StringComparison.Ordinal) == true
        && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method, StringComparer.OrdinalIgnoreCase) == true;
}
