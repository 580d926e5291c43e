using Helios.Kernel.Scopes;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Scopes;

/// <summary>Finds out who asks, and in which organization. Core answers from sessions and memberships.</summary>
public interface IScopeSource
{
    /// <summary>The scope of a request to an organization's page, or null where nobody is signed in or the organization is not his.</summary>
    ValueTask<Scope?> Find(HttpContext http, string organizationSlug);

    /// <summary>The scope of a request to a page outside every organization (sign-in, set-up, account); never null.</summary>
    ValueTask<Scope> FindOutside(HttpContext http);
}
