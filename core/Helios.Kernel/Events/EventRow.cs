using Helios.Kernel.Entities;

namespace Helios.Kernel.Events;

/// <summary>What happened: who, what, when, to which entity. Written in the transaction of the change, never altered.</summary>
public sealed class EventRow : IOwned
{
    public Guid OrganizationId { get; set; }

    public DateTimeOffset OccurredAt { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The past tense of the command, such as TicketAssigned.</summary>
    public required string Action { get; init; }

    public required string Kind { get; init; }

    public required Guid EntityId { get; init; }

    public required string Key { get; init; }

    /// <summary>One of <see cref="Events.Audience"/>.</summary>
    public required string Audience { get; init; }

    public required string ActorKind { get; init; }

    public Guid? AccountId { get; init; }

    public Guid? UserId { get; init; }

    public string? CredentialId { get; init; }

    public required string Door { get; init; }

    public required string RequestId { get; init; }

    /// <summary>The run of the command, which all its events share: a UUID v7 of <see cref="OccurredAt"/>. Null in events older than undo.</summary>
    public Guid? RunId { get; init; }

    /// <summary>The command's immutable name, such as <c>tickets.assign</c>; of an undo that of the command whose run it takes back.</summary>
    public string? Command { get; init; }

    /// <summary>The run that this one takes back.</summary>
    public Guid? Undoes { get; init; }

    /// <summary>SHA-256 over salt and body of the detail: the chain stays whole when the detail is erased.</summary>
    public required byte[] DetailDigest { get; init; }
}
