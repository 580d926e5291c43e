using Helios.Kernel.Entities;

namespace Helios.Core.Notifications;

/// <summary>What happened to an entity, for one person: a row for each, which counts up until he reads it. <see cref="InboxWriter"/> makes them.</summary>
public sealed class InboxEntry : IOwned
{
    public Guid OrganizationId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid UserId { get; init; }

    public required Guid EntityId { get; init; }

    /// <summary>Why he is told: a <see cref="Notifications.Reason"/>; of several since he read it last the strongest.</summary>
    public required string Reason { get; init; }

    /// <summary>Who may read the latest of it. Whoever is of the staff no more does not see what was for them.</summary>
    public required string Audience { get; init; }

    /// <summary>How much has happened since he read it last; at least 1.</summary>
    public int Updates { get; init; } = 1;

    /// <summary>The place of the latest event in the chain.</summary>
    public required long Seq { get; init; }

    /// <summary>The latest event.</summary>
    public required Guid EventId { get; init; }

    /// <summary>When that happened.</summary>
    public required DateTimeOffset HappenedAt { get; init; }

    public bool IsUnread { get; set; } = true;

    public DateTimeOffset? ArchivedAt { get; set; }

    /// <summary>He has read it, or wants to come back to it.</summary>
    public void MarkRead(bool isRead) => IsUnread = !isRead;

    /// <summary>Puts it away; what is put away counts as read.</summary>
    public void Archive(DateTimeOffset now)
    {
        ArchivedAt ??= now;
        IsUnread = false;
    }
}
