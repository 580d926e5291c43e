using Helios.Kernel.Entities;

namespace Helios.Core.Links;

/// <summary>A connection between any two entities. Both tell in their timelines that it came and went.</summary>
public sealed class Link : IChildRow
{
    public Guid OrganizationId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The entity that says the relation's name.</summary>
    public required Guid FromId { get; init; }

    /// <summary>The entity that says the relation's reverse name.</summary>
    public required Guid ToId { get; init; }

    /// <summary>The name of a <see cref="Links.Relation"/>.</summary>
    public required string Relation { get; init; }

    /// <summary>What to know about the connection, or null.</summary>
    public string? Note { get; set; }

    /// <summary>The first day on which it held, or null where nobody said.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>The day on which it ended or will end; null while no end is known.</summary>
    public DateOnly? Until { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    Guid IChildRow.EntityId => FromId;

    Guid? IChildRow.AlsoEntityId => ToId;
}
