namespace Helios.Core.Bulk.Queries;

/// <summary>A bulk change and how far it is.</summary>
public sealed record BulkDetails
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    /// <summary>What it does, for people.</summary>
    public required string Name { get; init; }

    /// <summary>The command's immutable name.</summary>
    public required string Command { get; init; }

    /// <summary>The kind of its records.</summary>
    public required string Kind { get; init; }

    /// <summary>The filter that chose them; null where they were named one by one.</summary>
    public string? Filter { get; init; }

    /// <summary>running, canceling, canceled or done.</summary>
    public required string State { get; init; }

    /// <summary>How many records there are; null until they are gathered.</summary>
    public int? Rows { get; init; }

    /// <summary>What became of them so far.</summary>
    public required BulkCounts Counts { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The act that started it, for POST /undo/{run}: all of it is taken back at once.</summary>
    public Guid? Run { get; init; }

    /// <summary>Whether it takes another one back.</summary>
    public bool IsUndo { get; init; }

    /// <summary>The key of the one that takes it back, or null.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>Whether its work stopped before its end and waits to be continued.</summary>
    public bool IsStuck { get; init; }

    /// <summary>What went wrong, where its work stopped.</summary>
    public string? Message { get; init; }
}
