using Helios.Kernel.Entities;

namespace Helios.Core.Watchers;

/// <summary>Somebody of the staff who is told what happens to an entity.</summary>
/// <remarks>No part of the entity: to watch it changes nothing of it, neither its version nor its place in a list by last change.</remarks>
public sealed class Watcher : IOwned, ISetting
{
    public Guid OrganizationId { get; set; }

    public required Guid EntityId { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>One of <see cref="WatchReason"/>.</summary>
    public required string Because { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
