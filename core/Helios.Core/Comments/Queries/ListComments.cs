using System.ComponentModel.DataAnnotations;
using Helios.Core.Attachments;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Comments.Queries;

/// <summary>The comments on an entity that the caller may read, the newest first.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="After">Where the page before ended: its <c>next</c>.</param>
/// <param name="Limit">At most so many.</param>
public sealed record ListComments(
    [property: Target] EntityRef<Entity> Entity,
    [property: MaxLength(100)] string? After = null,
    [property: Range(1, ListComments.Most)] int Limit = 50) : IQuery<ListComments.Result>
{
    /// <summary>The longest page.</summary>
    internal const int Most = 200;

    /// <summary>A page of a conversation.</summary>
    /// <param name="Items">The comments, the newest first.</param>
    /// <param name="Next">Where the next page begins, or null at the end.</param>
    public sealed record Result(IReadOnlyList<CommentView> Items, string? Next);

    public sealed class Handler(HeliosDb db, Registry registry) : IQueryHandler<ListComments, Result>
    {
        public async Task<Outcome<Result>> Handle(ListComments query, QueryContext context)
        {
            var entity = query.Entity.Entity.Id;
            var comments = db.Set<Comment>().Where(comment => comment.EntityId == entity).VisibleTo(context.Scope.Actor);
            if (query.After is { } after)
            {
                if (MomentCursor.Read(after) is not { } last)
                    return MomentCursor.Unreadable;
                comments = comments.Where(comment =>
                    comment.CreatedAt < last.Moment || (comment.CreatedAt == last.Moment && comment.Id.CompareTo(last.Id) < 0));
            }

            var rows = await comments.OrderByDescending(comment => comment.CreatedAt).ThenByDescending(comment => comment.Id)
                .Take(query.Limit + 1)
                .Select(comment => new
                {
                    Comment = comment,
                    Files = db.Set<Attachment>().Where(file => file.CommentId == comment.Id).OrderBy(file => file.CreatedAt).ToList(),
                    Mentions = db.Set<CommentMention>().Where(mention => mention.CommentId == comment.Id)
                        .Join(db.Entities, mention => mention.UserId, person => person.Id, (mention, person) => new { person.Kind, person.Key, person.Title }).ToList(),
                })
                .ToListAsync(context.Stop);
            var page = rows.Take(query.Limit).ToList();
            return new Result(
                [.. page.Select(row => ViewOf(row.Comment, row.Files, [.. row.Mentions.Select(person => new MentionView(person.Key, person.Title, Page(person.Kind, person.Key, context)))]))],
                rows.Count > page.Count ? new MomentCursor(page[^1].Comment.CreatedAt, page[^1].Comment.Id).ToString() : null);
        }

        static CommentView ViewOf(Comment c, IEnumerable<Attachment> files, IReadOnlyList<MentionView> mentions) =>
            new(c.Id, c.Audience, c.AuthorName, c.UserId, c.CreatedAt, c.Body, CommentHtml.Of(c.Body, mentions), mentions) { Files = [.. files.Select(AttachmentView.Of)] };

        /// <summary>Staff open everybody's page; others are told the name alone.</summary>
        string? Page(string kind, string key, QueryContext context) =>
            context.Scope.Actor.IsStaff && registry.Kind(kind) is { } declared ? declared.Address(context.Scope.Organization!.Slug, key) : null;
    }
}
