using System.ComponentModel.DataAnnotations;
using Helios.Core.Search;
using Helios.Core.Timeline;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Search;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Notifications.Queries;

/// <summary>The caller's inbox, the latest first: what happened to what concerns him, an entry for each record.</summary>
/// <param name="State">unread, open (read and unread), or archived.</param>
/// <param name="Reason">Only what he is told for this reason: mentioned, assigned, requester or watching.</param>
/// <param name="After">Where the page before ended: its <c>next</c>.</param>
/// <param name="Limit">At most so many.</param>
public sealed record ListInbox(
    [property: AllowedValues("unread", "open", "archived", ErrorMessage = "A state is unread, open or archived.")] string State = "open",
    [property: AllowedValues(null, "mentioned", "assigned", "requester", "watching", ErrorMessage = "A reason is mentioned, assigned, requester or watching.")] string? Reason = null,
    [property: MaxLength(100)] string? After = null,
    [property: Range(1, 200)] int Limit = 50) : IQuery<ListInbox.Result>
{
    /// <summary>A page of an inbox.</summary>
    /// <param name="Items">The entries, the latest first.</param>
    /// <param name="Next">Where the next page begins, or null at the end.</param>
    public sealed record Result(IReadOnlyList<InboxItem> Items, string? Next);

    public sealed class Handler(HeliosDb db, Registry registry) : IQueryHandler<ListInbox, Result>
    {
        public async Task<Outcome<Result>> Handle(ListInbox query, QueryContext context)
        {
            MomentCursor? last = null;
            if (query.After is { } after && (last = MomentCursor.Read(after)) is null)
                return MomentCursor.Unreadable;
            var rows = await Rows(query, last, context);
            var page = rows.Take(query.Limit).ToList();
            var told = await Tell(page, context);
            return new Result(
                [.. page.Select(row => Item(row, told.GetValueOrDefault(row.Entry.EventId), context)).OfType<InboxItem>()],
                rows.Count > page.Count ? new MomentCursor(page[^1].Entry.HappenedAt, page[^1].Entry.Id).ToString() : null);
        }

        /// <summary>What somebody may see no more is not in his list either.</summary>
        async Task<List<Row>> Rows(ListInbox query, MomentCursor? last, QueryContext context)
        {
            var entries = Inbox.Of(db, context.Scope.Actor);
            entries = query.State switch
            {
                "unread" => entries.Where(entry => entry.IsUnread),
                "archived" => entries.Where(entry => entry.ArchivedAt != null),
                _ => entries.Where(entry => entry.ArchivedAt == null),
            };
            if (query.Reason is { } reason)
                entries = entries.Where(entry => entry.Reason == reason);
            if (last is not null)
                entries = entries.Where(entry => entry.HappenedAt < last.Moment || (entry.HappenedAt == last.Moment && entry.Id.CompareTo(last.Id) < 0));
            return await entries
                .Join(db.Entities.VisibleTo(context.Scope.Actor), entry => entry.EntityId, entity => entity.Id, (entry, entity) => new Row { Entry = entry, Entity = entity })
                .OrderByDescending(row => row.Entry.HappenedAt).ThenByDescending(row => row.Entry.Id)
                .Take(query.Limit + 1).ToListAsync(context.Stop);
        }

        async Task<Dictionary<Guid, TimelineItem>> Tell(List<Row> rows, QueryContext context)
        {
            Guid[] ids = [.. rows.Select(row => row.Entry.EventId)];
            DateTimeOffset[] moments = [.. rows.Select(row => row.Entry.HappenedAt).Distinct()];
            var events = ids.Length == 0 ? [] : await WholeEvent.Read(db, db.Events.Where(row => moments.Contains(row.OccurredAt) && ids.Contains(row.Id)), context.Stop);
            var names = await ReferenceNames.Load(db, registry, context.Scope, events.Select(row => row.Body).OfType<EventBody>(), context.Stop);
            var times = new TimeFields(db.Model, registry, context.Scope);
            return events.ToDictionary(row => row.Event.Id, row => new TimelineWords(registry, context.Scope, names, times, row.Event.EntityId).Tell(row.Event, row.Body));
        }

        InboxItem? Item(Row row, TimelineItem? told, QueryContext context) => EntityView.Of(registry, context.Scope, row.Entity) is { } entity
            ? new InboxItem(
                row.Entry.Id, entity, row.Entry.Reason, row.Entry.Updates, told?.Who ?? "Somebody", told?.Text ?? "did something that was erased",
                row.Entry.HappenedAt, row.Entry.IsUnread, row.Entry.ArchivedAt is not null)
            : null;

        sealed class Row
        {
            public required InboxEntry Entry { get; init; }

            public required EntityRow Entity { get; init; }
        }
    }
}
