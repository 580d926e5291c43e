using Helios.Kernel.Entities;
using Helios.Kernel.Files;
using Helios.Kernel.Scopes;

namespace Helios.Core.Attachments;

/// <summary>A file on an entity, by itself or with a comment.</summary>
public sealed class Attachment : IChildRow
{
    public Guid OrganizationId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid EntityId { get; init; }

    /// <summary>The comment that it came with.</summary>
    public Guid? CommentId { get; init; }

    /// <summary>One of <see cref="Helios.Kernel.Events.Audience"/>; that of the comment, where it came with one.</summary>
    public required string Audience { get; init; }

    public required string Name { get; set; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>What it is, by its content.</summary>
    public required string MediaType { get; init; }

    /// <summary>Pixels; null for what is no picture that can be shown.</summary>
    public int? Width { get; init; }

    public int? Height { get; init; }

    /// <summary>Its content in the <see cref="FileStore"/>.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The name of whoever attached it, at that time.</summary>
    public required string AuthorName { get; init; }

    public Guid? AccountId { get; init; }

    /// <summary>Whoever attached it, in the directory.</summary>
    public Guid? UserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether this actor may rename it and take it away: staff each, others their own.</summary>
    public bool BelongsTo(Actor actor) => actor.IsStaff || (AccountId is not null && AccountId == actor.AccountId);
}
