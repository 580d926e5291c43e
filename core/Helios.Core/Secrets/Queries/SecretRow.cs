namespace Helios.Core.Secrets.Queries;

/// <summary>A secret as lists show it: everything but its value.</summary>
public sealed record SecretRow
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>When its value was set last.</summary>
    public required DateTimeOffset ReplacedAt { get; init; }

    /// <summary>Whether it was deleted; its value is gone then.</summary>
    public required bool IsDeleted { get; init; }
}
