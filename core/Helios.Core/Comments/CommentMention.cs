using Helios.Kernel.Entities;

namespace Helios.Core.Comments;

/// <summary>Somebody whom a comment mentions. The text names him by his key (<c>@U-12</c>), so a new name shows at once in old comments.</summary>
public sealed class CommentMention : IChildRow
{
    public Guid OrganizationId { get; set; }

    public required Guid CommentId { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>The entity that the comment is about.</summary>
    public required Guid EntityId { get; init; }
}
