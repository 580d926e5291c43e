namespace Helios.Kernel.Scopes;

/// <summary>Who a piece of work runs for.</summary>
/// <param name="Kind">The sort of actor.</param>
/// <param name="Name">The name that the audit trail shows.</param>
/// <param name="Role">The stock role, which decides the permissions.</param>
/// <param name="Permissions">What the actor may do, such as <c>tickets:read</c>.</param>
public sealed record Actor(ActorKind Kind, string Name, string Role, IReadOnlySet<string> Permissions)
{
    /// <summary>The account that signed in or owns the token.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The person in the organization's directory.</summary>
    public Guid? UserId { get; init; }

    /// <summary>The session or token that the request came with.</summary>
    public string? CredentialId { get; init; }

    /// <summary>The one thing a guest may do, such as <c>setup</c>.</summary>
    public string? Capability { get; init; }

    /// <summary>Whether the actor reads what all staff read.</summary>
    public bool IsStaff => Role is Roles.Owner or Roles.Admin or Roles.ItStaff or Roles.System;

    public bool Can(string permission) => Permissions.Contains(permission);

    /// <summary>Helios itself, for work that no person asked for.</summary>
    public static Actor System { get; } = new(ActorKind.Job, "Helios", Roles.System, EveryPermission.Instance);

    /// <summary>Somebody who is not signed in.</summary>
    public static Actor Anonymous { get; } = new(ActorKind.Guest, "Somebody", Roles.Guest, new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Somebody with a one-time link that allows one act.</summary>
    public static Actor Guest(string capability, string name) => Anonymous with { Capability = capability, Name = name };
}
