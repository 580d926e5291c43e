using Helios.Kernel.Problems;
using Helios.Web.Components.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Web.Pages;

/// <summary>One antiforgery token a page. Its cookie is stored only when missing, so that pages keep the back/forward cache.</summary>
static class PageTokens
{
    /// <summary>The refusal of a form without the token of this browser.</summary>
    public static Problem Expired { get; } =
        new(ProblemKind.Invalid, "form.expired", "This form has expired. Go back, load the page again and repeat what you did.");

    public static FormToken For(HttpContext http)
    {
        var antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>();
        var tokens = antiforgery.GetTokens(http);
        if (tokens.CookieToken is not null)
            tokens = antiforgery.GetAndStoreTokens(http);
        return new FormToken(tokens.RequestToken!, tokens.FormFieldName);
    }
}
