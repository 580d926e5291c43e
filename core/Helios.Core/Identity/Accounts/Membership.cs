using Helios.Kernel.Entities;

namespace Helios.Core.Identity.Accounts;

/// <summary>An account's place in an organization: as which person of its directory, and with which role.</summary>
public sealed class Membership : IChildRow
{
    public required Guid AccountId { get; init; }

    public Guid OrganizationId { get; set; }

    public required Guid UserId { get; init; }

    /// <summary>One of <see cref="Kernel.Scopes.Roles.Assignable"/>.</summary>
    public required string Role { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when the account has no way in here; null while it has.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    public Guid EntityId => UserId;
}
