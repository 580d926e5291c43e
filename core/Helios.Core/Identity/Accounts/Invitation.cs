using Helios.Kernel.Entities;
using Helios.Kernel.Events;

namespace Helios.Core.Identity.Accounts;

/// <summary>A one-time link by which a person of the directory makes his account.</summary>
public sealed class Invitation : IChildRow
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OrganizationId { get; set; }

    public required Guid UserId { get; init; }

    /// <summary>The role that the account will have.</summary>
    public required string Role { get; init; }

    /// <summary>What recognizes the link.</summary>
    [Secret]
    public required byte[] TokenHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    public Guid EntityId => UserId;
}
