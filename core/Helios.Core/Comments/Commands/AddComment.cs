using System.ComponentModel.DataAnnotations;
using Helios.Core.Attachments;
using Helios.Core.Directory.People;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Files;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;

namespace Helios.Core.Comments.Commands;

/// <summary>Writes a comment on an entity: a reply that the requester reads too, or an internal note for staff.</summary>
/// <param name="Entity">What the comment is about.</param>
/// <param name="Body">The text, in Markdown. Staff mention people by <c>@</c> and key, user name or mail address.</param>
/// <param name="Audience">Who reads it: <c>internal</c> (staff) or <c>requester</c> (staff and whoever may see the entity). Left out, it is <c>internal</c> where staff alone see the entity, and on people; elsewhere it has to be said.</param>
/// <param name="Mentions">People whom the text names in full, as <c>@Mei Tanaka</c>: staff, or whoever may see the entity.</param>
/// <param name="Files">Files that come with it, for the same readers.</param>
public sealed record AddComment(
    [property: Target] EntityRef<Entity> Entity,
    [property: Required(ErrorMessage = "Write something first."), MaxLength(Comment.Longest, ErrorMessage = "A comment has at most 20,000 characters. Attach longer text as a file.")]
    string Body,
    [property: AllowedValues(null, Kernel.Events.Audience.Internal, Kernel.Events.Audience.Requester, ErrorMessage = "The audience is internal or requester.")]
    string? Audience = null,
    [property: MaxLength(FileLimits.FilesAtOnce, ErrorMessage = "Send at most 10 files at once.")] IReadOnlyList<RowRef<Upload>>? Files = null,
    [property: MaxLength(Comments.Mentions.Most, ErrorMessage = "A comment mentions at most 20 people.")] IReadOnlyList<EntityRef<User>>? Mentions = null) : ICommand<AddComment.Result>
{
    /// <summary>The new comment.</summary>
    /// <param name="Id">The comment.</param>
    public sealed record Result(Guid Id);

    public sealed class Handler(HeliosDb db, Registry registry) : ICommandHandler<AddComment, Result>
    {
        public async Task<Outcome<Result>> Handle(AddComment command, CommandContext context)
        {
            var entity = command.Entity.Entity;
            if ((command.Audience ?? Usual(entity, context.Actor)) is not { } audience)
                return Problem.Invalid("audience", "Say who reads it: internal for your team alone, or requester for whoever sees the record.");
            if (Refuse(command, audience, context.Actor) is { } refusal)
                return refusal;
            var (body, people) = (command.Body.Trim(), (IReadOnlyList<User>)[]);
            if (context.Actor.IsStaff)
            {
                var read = await Comments.Mentions.Read(db, entity, body, [.. (command.Mentions ?? []).Select(mention => mention.Entity)], context.Stop);
                if (!read.Succeeded)
                    return read.Problem;
                (body, people) = read.Value;
            }

            context.Audience = audience;
            var comment = new Comment
            {
                EntityId = entity.Id,
                Body = body,
                Audience = audience,
                AuthorName = context.Actor.Name,
                AccountId = context.Actor.AccountId,
                UserId = context.Actor.UserId,
                CreatedAt = context.Now,
            };
            db.Add(comment);
            foreach (var person in people)
                db.Add(new CommentMention { CommentId = comment.Id, UserId = person.Id, EntityId = entity.Id });
            var attached = await NewAttachments.Add(db, context, entity, command.Files, audience, comment.Id);
            if (!attached.Succeeded)
                return attached.Problem;
            (entity as ICommented)?.Commented(comment);
            return new Result(comment.Id);
        }

        /// <summary>Who reads it where there is nothing to choose.</summary>
        string? Usual(Entity entity, Actor actor) => registry.ReadersOf(registry.Kind(entity.GetType()), actor) switch
        {
            CommentReaders.Team or CommentReaders.Notes => Kernel.Events.Audience.Internal,
            CommentReaders.Everybody => Kernel.Events.Audience.Requester,
            CommentReaders.None or CommentReaders.Chosen => null,
            var unknown => throw new ArgumentOutOfRangeException(nameof(actor), unknown, "There is no such choice of readers."),
        };

        Problem? Refuse(AddComment command, string audience, Actor actor)
        {
            var isForStaff = string.Equals(audience, Kernel.Events.Audience.Internal, StringComparison.Ordinal);
            var kind = registry.Kind(command.Entity.Entity.GetType()).Name;
            if (registry.HasStaffNotes(kind) && !(actor.IsStaff && isForStaff))
                return Problem.Invalid("audience", actor.IsStaff
                    ? $"Comments on {{{kind}+}} are notes for your team. Send it with the audience internal."
                    : $"Only the IT team comments on {{{kind}+}}. Write to it in another way.");
            if (!actor.IsStaff && isForStaff)
                return Problem.Invalid("audience", "Only staff write internal notes. Send it with the audience requester.");
            return !actor.IsStaff && command.Mentions is { Count: > 0 } ? Problem.Invalid("mentions", "Only staff mention people. Write the name without @.") : null;
        }
    }
}
