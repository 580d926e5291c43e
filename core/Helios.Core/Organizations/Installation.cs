namespace Helios.Core.Organizations;

/// <summary>The state of this installation; there is one row.</summary>
public sealed class Installation
{
    public bool Id { get; init; } = true;

    /// <summary>What recognizes the set-up link.</summary>
    public byte[]? SetupHash { get; set; }

    public DateTimeOffset? SetupExpiresAt { get; set; }

    /// <summary>When the first organization was made; from then on no set-up link works.</summary>
    public DateTimeOffset? SetUpAt { get; set; }
}
