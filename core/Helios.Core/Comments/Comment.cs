using Helios.Kernel.Entities;

namespace Helios.Core.Comments;

/// <summary>What somebody wrote about an entity: a reply that the requester reads, or a note for staff.</summary>
public sealed class Comment : IChildRow
{
    /// <summary>The longest body, in UTF-16 units: some ten pages.</summary>
    public const int Longest = 20_000;

    public Guid OrganizationId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid EntityId { get; init; }

    /// <summary>The text in Markdown; <see cref="CommentHtml"/> makes it a page's.</summary>
    public required string Body { get; set; }

    /// <summary>One of <see cref="Helios.Kernel.Events.Audience"/>.</summary>
    public required string Audience { get; init; }

    /// <summary>The author's name at that time.</summary>
    public required string AuthorName { get; init; }

    public Guid? AccountId { get; init; }

    /// <summary>The author in the directory.</summary>
    public Guid? UserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
