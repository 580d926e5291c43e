namespace Helios.Core.Identity.Sessions;

/// <summary>A signed-in browser. The row is the session: revoked there, it ends with the next request.</summary>
public sealed class Session
{
    /// <summary>Unused this long, a session ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(30);

    /// <summary>It ends this long after the sign-in, however much it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    public Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required byte[] TokenHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last use, to the minute.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The network address at sign-in.</summary>
    public required string Address { get; init; }

    /// <summary>What the browser said that it is, at most 300 characters.</summary>
    public required string Agent { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
}
