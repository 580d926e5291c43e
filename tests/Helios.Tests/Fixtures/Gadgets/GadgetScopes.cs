using Helios.Kernel.Scopes;
using Helios.Web.Scopes;
using Microsoft.AspNetCore.Http;

namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>Answers with the scope that a test gives it: somebody who is signed in, until he is not.</summary>
public sealed class GadgetScopes : IScopeSource
{
    public Scope? Scope { get; set; }

    public ValueTask<Scope?> Find(HttpContext http, string organizationSlug) =>
        ValueTask.FromResult(string.Equals(Scope?.Organization?.Slug, organizationSlug, StringComparison.Ordinal) ? Scope : null);

    public ValueTask<Scope> FindOutside(HttpContext http) => ValueTask.FromResult(new Scope(null, Actor.Anonymous, Door.Page, "test"));
}
