using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Attachments.Queries;

/// <summary>The files on an entity that the caller may see, with those of its comments, the newest first.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="After">Where the page before ended: its <c>next</c>.</param>
/// <param name="Limit">At most so many.</param>
public sealed record ListAttachments(
    [property: Target] EntityRef<Entity> Entity,
    [property: MaxLength(100)] string? After = null,
    [property: Range(1, 200)] int Limit = 50) : IQuery<ListAttachments.Result>
{
    /// <summary>A page of files.</summary>
    /// <param name="Items">The files, the newest first.</param>
    /// <param name="Next">Where the next page begins, or null at the end.</param>
    public sealed record Result(IReadOnlyList<AttachmentView> Items, string? Next);

    public sealed class Handler(HeliosDb db) : IQueryHandler<ListAttachments, Result>
    {
        public async Task<Outcome<Result>> Handle(ListAttachments query, QueryContext context)
        {
            var entity = query.Entity.Entity.Id;
            var files = db.Set<Attachment>().Where(file => file.EntityId == entity).VisibleTo(context.Scope.Actor);
            if (query.After is { } after)
            {
                if (MomentCursor.Read(after) is not { } last)
                    return MomentCursor.Unreadable;
                files = files.Where(file => file.CreatedAt < last.Moment || (file.CreatedAt == last.Moment && file.Id.CompareTo(last.Id) < 0));
            }

            var rows = await files.OrderByDescending(file => file.CreatedAt).ThenByDescending(file => file.Id).Take(query.Limit + 1).ToListAsync(context.Stop);
            var page = rows.Take(query.Limit).ToList();
            return new Result([.. page.Select(AttachmentView.Of)], rows.Count > page.Count ? new MomentCursor(page[^1].CreatedAt, page[^1].Id).ToString() : null);
        }
    }
}
