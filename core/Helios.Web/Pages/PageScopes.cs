using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Web.Scopes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Web.Pages;

/// <summary>Who asks for a page, and what he meets who may not.</summary>
static class PageScopes
{
    /// <summary>The scope of the request; null where somebody has to sign in, or the organization is not his.</summary>
    public static async ValueTask<Scope?> Find(HttpContext http)
    {
        var source = http.RequestServices.GetRequiredService<IScopeSource>();
        return http.Request.RouteValues["organization"] is string slug ? await source.Find(http, slug) : await source.FindOutside(http);
    }

    /// <summary>Leads to the sign-in page and back. Whoever is signed in already learns no more than that there is no such page.</summary>
    public static IResult SignIn(HttpContext http)
    {
        if (http.Items.ContainsKey(IsSignedIn))
            return PageProblems.Page(http, Problem.NotFound("such page"));
        var here = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : http.Request.Path.ToString();
        return new SeeOtherResult("/sign-in?return=" + Uri.EscapeDataString(here));
    }

    /// <summary>Set in <see cref="HttpContext.Items"/> by the scope source when the session is good but the organization is not.</summary>
    internal static object IsSignedIn => PageScopeMarks.IsSignedIn;
}
