using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Files;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Attachments;

/// <summary>Turns uploads into attachments inside a command, for every feature whose commands take files.</summary>
public static class NewAttachments
{
    /// <summary>Attaches the uploads; they are uploads no longer.</summary>
    /// <param name="db">The command's context.</param>
    /// <param name="context">The command.</param>
    /// <param name="entity">A loaded entity that gets them.</param>
    /// <param name="files">The uploads; null is none.</param>
    /// <param name="audience">Who sees them.</param>
    /// <param name="comment">The comment that they come with.</param>
    /// <returns>The attachments, or why the entity takes no more.</returns>
    public static async Task<Outcome<IReadOnlyList<Attachment>>> Add(
        HeliosDb db, CommandContext context, Entity entity, IReadOnlyList<RowRef<Upload>>? files, string audience, Guid? comment = null)
    {
        if (files is not { Count: > 0 })
            return Array.Empty<Attachment>();
        var uploads = files.Select(file => file.Row).DistinctBy(upload => upload.Id).ToList();
        var id = entity.Id;
        if (await db.Set<Attachment>().CountAsync(attachment => attachment.EntityId == id, context.Stop) + uploads.Count > FileLimits.FilesOfOneEntity)
            return Problem.Conflict("attachments.entity.full", $"{entity.Key} has {FileLimits.FilesOfOneEntity} files at most. Remove some that nobody needs first.");
        // A microsecond apart, so that they stand everywhere in the order in which they were sent.
        List<Attachment> attached = [.. uploads.Select((upload, place) => new Attachment
        {
            EntityId = id,
            CommentId = comment,
            Audience = audience,
            Name = upload.Name,
            Size = upload.Size,
            MediaType = upload.MediaType,
            Width = upload.Width,
            Height = upload.Height,
            ContentHash = upload.ContentHash,
            AuthorName = context.Actor.Name,
            AccountId = context.Actor.AccountId,
            UserId = context.Actor.UserId,
            CreatedAt = context.Now.AddMicroseconds(place),
        })];
        db.AddRange(attached);
        db.RemoveRange(uploads);
        return attached;
    }
}
