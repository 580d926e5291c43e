using Helios.Kernel.Entities;

namespace Helios.Core.Links;

/// <summary>A connection between any two entities. Both tell in their timelines that it came and went.</summary>
public sealed class Link : IChildRow
{
    public Guid OrganizationId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The entity that it was made on.</summary>
    public required Guid FromId { get; init; }

    /// <summary>The other end.</summary>
    public required Guid ToId { get; init; }

    /// <summary>The name of a declared <see cref="Relation"/>.</summary>
    public required string Relation { get; init; }

    /// <summary>What to know about the connection, or null.</summary>
    public string? Note { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    Guid IChildRow.EntityId => FromId;

    Guid? IChildRow.AlsoEntityId => ToId;
}
