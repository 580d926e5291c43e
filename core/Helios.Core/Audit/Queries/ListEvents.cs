using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Data;
using Helios.Kernel.Events;
using Helios.Kernel.Filtering;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Audit.Queries;

/// <summary>Everything that happened in the organization, the newest first: who, when, what, through which door.</summary>
/// <param name="Q">A filter, such as <c>action:TicketAssigned actor:me at&lt;7d</c>.</param>
/// <param name="After">The cursor of the page before: its <c>next</c>.</param>
/// <param name="Limit">Events on a page, 1 to 200.</param>
/// <param name="Count">Whether to count all of them, up to 1,000.</param>
public sealed record ListEvents(
    [property: StringLength(FilterLimits.Characters, ErrorMessage = "A filter has at most 2,000 characters. Make it shorter.")] string? Q = null,
    [property: StringLength(4000, ErrorMessage = "This is no cursor. Take “next” of the page before, or leave it out to begin anew.")] string? After = null,
    [property: Range(1, ListInput.MostRows, ErrorMessage = "A page has 1 to 200 events.")] int Limit = 50,
    bool Count = false) : IQuery<ListPage<EventView>>
{
    /// <summary>What the list can be filtered by; its columns are those of the event itself.</summary>
    internal static FilterFields<EventRow> Fields { get; } = new FilterFields<EventRow>()
        .Text("action", row => row.Action, description: "What happened, such as TicketAssigned")
        .Text("kind", row => row.Kind, text => text.ToLowerInvariant(), "The kind of what it happened to")
        .Key("key", row => row.Key, "The key of what it happened to")
        .Reference("actor", row => row.UserId, "user", "Who did it")
        .Text("door", row => row.Door, text => text.ToLowerInvariant(), "Where it came in: page, rest, job, start")
        .Text("credential", row => row.CredentialId, description: "The session or token that it came with")
        .Text("request", row => row.RequestId, description: "The request or job")
        .Moment("at", row => row.OccurredAt, description: "When it happened");

    /// <summary>The newest first.</summary>
    static SortKeys<EventRow> Order { get; } = new SortKeys<EventRow>(row => row.Id).By("at", row => row.OccurredAt, descending: true);

    public sealed class Handler(HeliosDb db, Registry registry) : IQueryHandler<ListEvents, ListPage<EventView>>
    {
        public async Task<Outcome<ListPage<EventView>>> Handle(ListEvents query, QueryContext context)
        {
            var filter = await Fields.Read(query.Q, FilterContext.Of(context, db), new FilterReferences(db, registry, context.Scope.Actor), context.Stop);
            if (!filter.Succeeded)
                return filter.Refusal("q");
            var place = Order.Read(null).Expect().From(query.After, filter.Value.Tree);
            if (!place.Succeeded)
                return place.Refusal("after");
            var events = db.Events.Where(filter.Value.Rows);
            var found = await WholeEvent.Read(db, place.Value.Of(events).Take(query.Limit + 1), context.Stop);
            var page = new ListPage<EventView>(
                [.. found.Take(query.Limit).Select(row => EventView.Of(row.Event, row.Body))],
                found.Count > query.Limit ? place.Value.CursorAfter(found[query.Limit - 1].Event) : null);
            if (!query.Count)
                return page;
            var count = await events.Take(ListRunner.MostCounted + 1).CountAsync(context.Stop);
            return page with { Total = Math.Min(count, ListRunner.MostCounted), TotalIsCapped = count > ListRunner.MostCounted };
        }
    }
}
