namespace Helios.Kernel.Events;

/// <summary>An event that waits for its place in the chain.</summary>
public sealed class EventUnsealed
{
    public required Guid OrganizationId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required Guid EventId { get; init; }
}
