using Helios.Kernel.Events;
using Helios.Kernel.Scopes;

namespace Helios.Core.Comments;

/// <summary>Who reads which comments of an entity that he may see.</summary>
static class CommentVisibility
{
    /// <summary>Staff read all, others what is meant for them.</summary>
    public static IQueryable<Comment> VisibleTo(this IQueryable<Comment> comments, Actor actor) =>
        actor.IsStaff ? comments : comments.Where(comment => comment.Audience == Audience.Requester);
}
