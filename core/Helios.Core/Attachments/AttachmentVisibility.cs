using Helios.Kernel.Events;
using Helios.Kernel.Scopes;

namespace Helios.Core.Attachments;

/// <summary>Who sees which files of an entity that he may see: the rule of comments.</summary>
static class AttachmentVisibility
{
    /// <summary>Staff see all, others what is meant for them.</summary>
    public static IQueryable<Attachment> VisibleTo(this IQueryable<Attachment> attachments, Actor actor) =>
        actor.IsStaff ? attachments : attachments.Where(attachment => attachment.Audience == Audience.Requester);
}
