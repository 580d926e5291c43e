using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Undo;

namespace Helios.Core.Timeline.Queries;

/// <summary>What happened to an entity, the newest first, in words and field by field.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="After">Where the page before ended: its <c>next</c>.</param>
/// <param name="Limit">At most so many events.</param>
public sealed record GetTimeline(
    [property: Target] EntityRef<Entity> Entity,
    [property: MaxLength(100)] string? After = null,
    [property: Range(1, 200)] int Limit = 50) : IQuery<GetTimeline.Result>
{
    /// <summary>A page of a timeline.</summary>
    /// <param name="Items">What happened, the newest first.</param>
    /// <param name="Next">Where the next page begins, or null at the end.</param>
    public sealed record Result(IReadOnlyList<TimelineItem> Items, string? Next);

    public sealed class Handler(HeliosDb db, Registry registry) : IQueryHandler<GetTimeline, Result>
    {
        public async Task<Outcome<Result>> Handle(GetTimeline query, QueryContext context)
        {
            MomentCursor? last = null;
            if (query.After is { } after && (last = MomentCursor.Read(after)) is null)
                return MomentCursor.Unreadable;

            var entity = query.Entity.Entity;
            var rows = await Read(entity.Id, last, context.Scope.Actor.IsStaff, query.Limit + 1, context.Stop);
            var page = rows.Take(query.Limit).ToList();
            var names = await ReferenceNames.Load(db, registry, context.Scope, page.Select(row => row.Body).OfType<EventBody>(), context.Stop);
            var words = new TimelineWords(registry, context.Scope, names, new TimeFields(db.Model, registry, context.Scope), entity.Id);
            var undone = page.Select(row => row.Event.Undoes).OfType<Guid>().ToHashSet();
            return new Result(
                [.. page.Select(row => words.Tell(row.Event, row.Body) with { CanUndo = IsUndoable(row.Event, row.Body, undone, context) })],
                rows.Count > page.Count ? new MomentCursor(page[^1].Event.OccurredAt, page[^1].Event.Id).ToString() : null);
        }

        /// <summary>One page knows of the undoes that stand on it; the one of an older page says so when it is tried.</summary>
        bool IsUndoable(EventRow row, EventBody? body, HashSet<Guid> undone, QueryContext context) =>
            body is { Rows.Count: > 0 } && !undone.Contains(row.RunId!.Value) && Undoing.Offers(registry, context.Scope.Actor, row, context.Now);

        Task<List<WholeEvent>> Read(Guid entity, MomentCursor? last, bool isStaff, int count, CancellationToken stop)
        {
            var events = db.Events.Where(row => row.EntityId == entity);
            if (!isStaff)
                events = events.Where(row => row.Audience == Audience.Requester);
            if (last is not null)
                events = events.Where(row => row.OccurredAt < last.Moment || (row.OccurredAt == last.Moment && row.Id.CompareTo(last.Id) < 0));
            return WholeEvent.Read(db, events.OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id).Take(count), stop);
        }
    }
}
