using Helios.Kernel.Files;

namespace Helios.Core.Attachments;

/// <summary>A file on an entity.</summary>
/// <param name="Id">The attachment.</param>
/// <param name="Comment">The comment that it came with, or null.</param>
/// <param name="Audience">Who sees it: <c>internal</c> or <c>requester</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="MediaType">What it is, by its content; <c>application/octet-stream</c> where nobody knows.</param>
/// <param name="Width">The width of a picture in pixels as it is shown; null for other files.</param>
/// <param name="Height">The height of a picture in pixels as it is shown; null for other files.</param>
/// <param name="AuthorName">The name of whoever attached it, at that time.</param>
/// <param name="UserId">Whoever attached it, in the directory, or null.</param>
/// <param name="CreatedAt">When it was attached, in UTC.</param>
public sealed record AttachmentView(
    Guid Id, Guid? Comment, string Audience, string Name, long Size, string MediaType, int? Width, int? Height, string AuthorName, Guid? UserId, DateTimeOffset CreatedAt)
{
    /// <summary>A larger picture is not loaded by every reader of a page: his browser would fetch and scale the whole of it.</summary>
    const long LargestThumbnail = 2 * 1024 * 1024;

    /// <summary>Whether a small picture of it stands on pages.</summary>
    internal bool HasThumbnail => Width is not null && Size <= LargestThumbnail;

    /// <summary>Whether its page shows it.</summary>
    internal bool IsShown => MediaType is MediaTypes.Pdf || (MediaTypes.IsPicture(MediaType) && Width is not null);

    internal static AttachmentView Of(Attachment a) =>
        new(a.Id, a.CommentId, a.Audience, a.Name, a.Size, a.MediaType, a.Width, a.Height, a.AuthorName, a.UserId, a.CreatedAt);
}
