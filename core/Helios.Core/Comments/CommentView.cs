using Helios.Core.Attachments;

namespace Helios.Core.Comments;

/// <summary>A comment as people read it.</summary>
/// <param name="Id">The comment.</param>
/// <param name="Audience">Who reads it: <c>internal</c> or <c>requester</c>.</param>
/// <param name="AuthorName">The author's name when it was written.</param>
/// <param name="UserId">The author in the directory, or null.</param>
/// <param name="CreatedAt">When it was written, in UTC.</param>
/// <param name="Body">The text, in Markdown; people are named by their keys (<c>@U-12</c>).</param>
/// <param name="Html">The same as safe HTML, with their names.</param>
/// <param name="Mentions">Whom the text mentions.</param>
public sealed record CommentView(
    Guid Id, string Audience, string AuthorName, Guid? UserId, DateTimeOffset CreatedAt, string Body, string Html, IReadOnlyList<MentionView> Mentions)
{
    /// <summary>The files that came with it.</summary>
    public IReadOnlyList<AttachmentView> Files { get; init; } = [];
}
