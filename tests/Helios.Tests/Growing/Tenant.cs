using Helios.Kernel.Scopes;

namespace Helios.Tests.Growing;

/// <summary>One organization of a growing house, with somebody of each role.</summary>
/// <param name="Organization">The organization.</param>
public sealed record Tenant(OrganizationScope Organization)
{
    /// <summary>Who is who: the scope of each role.</summary>
    public Dictionary<string, Scope> Members { get; } = new(StringComparer.Ordinal);

    public Scope Owner => Members[Roles.Owner];

    /// <summary>A scope of somebody who is not signed in.</summary>
    public Scope Stranger => new(Organization, Actor.Anonymous, Door.Rest, "stranger");
}
