namespace Helios.Core.Alerts.Queries;

/// <summary>An alert as lists show it.</summary>
public sealed record AlertRow
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    /// <summary>What sort of thing happened.</summary>
    public required string Type { get; init; }

    /// <summary>What happened, in one line.</summary>
    public required string Subject { get; init; }

    public required AlertSeverity Severity { get; init; }

    /// <summary>open or settled.</summary>
    public required string State { get; init; }

    /// <summary>How often it has happened while it was open.</summary>
    public required int Times { get; init; }

    /// <summary>What became of its post: waiting, done, failed, unknown or canceled; null where none was asked for.</summary>
    public string? Posted { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
