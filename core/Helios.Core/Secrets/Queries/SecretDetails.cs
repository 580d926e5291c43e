namespace Helios.Core.Secrets.Queries;

/// <summary>A secret as its page shows it: everything but its value.</summary>
public sealed record SecretDetails
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public required long Version { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its value was set last.</summary>
    public required DateTimeOffset ReplacedAt { get; init; }

    /// <summary>How often its value has been set.</summary>
    public required int Revision { get; init; }

    /// <summary>When it was deleted; its value is gone then.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
