using System.ComponentModel.DataAnnotations;
using Helios.Core.Attachments;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Files;
using Helios.Kernel.Problems;

namespace Helios.Core.Comments.Commands;

/// <summary>Writes a comment on an entity: a reply that the requester reads too, or an internal note for staff.</summary>
/// <param name="Entity">What the comment is about.</param>
/// <param name="Body">The text, in Markdown.</param>
/// <param name="Audience">Who reads it: <c>internal</c> (staff) or <c>requester</c> (staff and whoever may see the entity).</param>
/// <param name="Files">Files that come with it, for the same readers.</param>
public sealed record AddComment(
    [property: Target] EntityRef<Entity> Entity,
    [property: Required(ErrorMessage = "Write something first."), MaxLength(Comment.Longest, ErrorMessage = "A comment has at most 20,000 characters. Attach longer text as a file.")]
    string Body,
    [property: Required, AllowedValues(Kernel.Events.Audience.Internal, Kernel.Events.Audience.Requester, ErrorMessage = "The audience is internal or requester.")]
    string Audience,
    [property: MaxLength(FileLimits.FilesAtOnce, ErrorMessage = "Send at most 10 files at once.")] IReadOnlyList<RowRef<Upload>>? Files = null) : ICommand<AddComment.Result>
{
    /// <summary>The new comment.</summary>
    /// <param name="Id">The comment.</param>
    public sealed record Result(Guid Id);

    public sealed class Handler(HeliosDb db) : ICommandHandler<AddComment, Result>
    {
        public async Task<Outcome<Result>> Handle(AddComment command, CommandContext context)
        {
            if (!context.Actor.IsStaff && !string.Equals(command.Audience, Kernel.Events.Audience.Requester, StringComparison.Ordinal))
                return Problem.Invalid("audience", "Only staff write internal notes. Send it with the audience requester.");
            context.Audience = command.Audience;
            var comment = new Comment
            {
                EntityId = command.Entity.Entity.Id,
                Body = command.Body.Trim(),
                Audience = command.Audience,
                AuthorName = context.Actor.Name,
                AccountId = context.Actor.AccountId,
                UserId = context.Actor.UserId,
                CreatedAt = context.Now,
            };
            db.Add(comment);
            var attached = await NewAttachments.Add(db, context, command.Entity.Entity, command.Files, command.Audience, comment.Id);
            if (!attached.Succeeded)
                return attached.Problem;
            (command.Entity.Entity as ICommented)?.Commented(comment);
            return new Result(comment.Id);
        }
    }
}
