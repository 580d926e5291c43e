using Helios.Kernel.Entities;
using Helios.Kernel.Events;

namespace Helios.Core.Identity.Tokens;

/// <summary>A personal access token: it acts as its owner, in one organization, over the API.</summary>
public sealed class AccessToken : IChildRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Ten characters that stand in clear inside the token.</summary>
    public required string Handle { get; init; }

    public Guid OrganizationId { get; set; }

    public required Guid AccountId { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>What it is for, in its owner's words.</summary>
    public required string Name { get; init; }

    /// <summary>HMAC-SHA-256 of the whole token under a key of this installation.</summary>
    [Secret]
    public required byte[] Hash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last use, to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Its end; null for a token without one.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public Guid EntityId => UserId;
}
