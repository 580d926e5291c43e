using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Rest;

/// <summary>Finds out for whom an API request runs. Core answers from access tokens; sessions are never asked, so the API needs no antiforgery.</summary>
public interface ITokenScopes
{
    /// <summary>
    /// The organization and actor of the <c>Authorization: Bearer</c> token, or a refusal: the same for an absent, unknown, wrong or ended one.
    /// The header <c>Helios-Organization</c> names the organization where the token's account has several.
    /// </summary>
    ValueTask<Outcome<Scope>> Find(HttpContext http);
}
