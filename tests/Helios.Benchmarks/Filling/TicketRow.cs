namespace Helios.Benchmarks.Filling;

/// <summary>A ticket to be filled in.</summary>
sealed record TicketRow
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public required string Subject { get; init; }

    public required string Description { get; init; }

    public required string Status { get; init; }

    public required short Priority { get; init; }

    public required PersonRow Requester { get; init; }

    public required PersonRow? Assignee { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public required DateTime? ResolvedAt { get; init; }

    public required DateTime? ClosedAt { get; init; }

    public required IReadOnlyList<CommentRow> Comments { get; init; }
}
