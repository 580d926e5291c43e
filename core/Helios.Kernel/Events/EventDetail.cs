using Helios.Kernel.Entities;

namespace Helios.Kernel.Events;

/// <summary>The erasable part of an event: names, old and new values, the reason.</summary>
public sealed class EventDetail : IOwned
{
    public Guid OrganizationId { get; set; }

    public DateTimeOffset OccurredAt { get; init; }

    public required Guid EventId { get; init; }

    /// <summary>16 random bytes, so that a digest tells nothing about a value that was erased; once something was, what proves the rest.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>An <see cref="EventBody"/> as JSON, kept to the byte.</summary>
    public required string Body { get; init; }

    /// <summary>How the digest is made from it: see <see cref="DetailForm"/>.</summary>
    public short Form { get; init; } = 1;

    /// <summary>The event of the erasure that took values out of it.</summary>
    public Guid? ErasedBy { get; init; }
}
