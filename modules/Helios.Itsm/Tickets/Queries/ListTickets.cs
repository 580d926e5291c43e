using System.Linq.Expressions;
using Helios.Core.Tags;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Filtering;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Itsm.Tickets.Queries;

/// <summary>The tickets: staff see all, everybody else his own.</summary>
public sealed record ListTickets : ListInput, IQuery<ListPage<TicketRow>>
{
    static readonly Dictionary<string, string[]> StatusGroups = new(StringComparer.Ordinal) { ["open"] = [.. TicketStatus.Open] };

    /// <summary>What the list can be filtered and sorted by.</summary>
    internal static ListDeclaration<Ticket> Declaration() => new(
        typeof(ListTickets),
        EntityFields.Of<Ticket>("ticket").Tagged()
            .Choice("status", ticket => ticket.Status, TicketStatus.All, StatusGroups, "What has become of it; open is new, in_progress and waiting together")
            .Ranked("priority", ticket => ticket.Priority, ["low", "normal", "high", "urgent"], first: 1, "How much it matters").ForStaff()
            .Reference("assignee", ticket => ticket.AssigneeId, "user", "Who of the staff takes care of it").ForStaff()
            .Reference("requester", ticket => ticket.RequesterId, "user", "Who needs it").ForStaff()
            .Moment("resolved", ticket => ticket.ResolvedAt, description: "When it was resolved"),
        new SortKeys<Ticket>(ticket => ticket.Id)
            .By("updated", ticket => ticket.UpdatedAt, descending: true)
            .By("created", ticket => ticket.CreatedAt, descending: true)
            .By("priority", ticket => ticket.Priority, descending: true)
            .ByKey())
    {
        Views = TicketViews.Stock,
    };

    public sealed class Handler(ListRunner lists) : IQueryHandler<ListTickets, ListPage<TicketRow>>
    {
        public Task<Outcome<ListPage<TicketRow>>> Handle(ListTickets query, QueryContext context) =>
            lists.Run(query, context, context.Scope.Actor.IsStaff ? ForStaff : ForOthers);

        // Made once: a list is asked for hundreds of times a second.
        static readonly Expression<Func<Ticket, TicketRow>> ForStaff = Row(isStaff: true);
        static readonly Expression<Func<Ticket, TicketRow>> ForOthers = Row(isStaff: false);

        static Expression<Func<Ticket, TicketRow>> Row(bool isStaff) => ticket => new TicketRow
        {
            Id = ticket.Id,
            Key = ticket.Key,
            Subject = ticket.Subject,
            Status = ticket.Status,
            Priority = isStaff ? (TicketPriority)ticket.Priority : null,
            Requester = new TicketPerson(ticket.RequesterId, ticket.Requester!.Key, ticket.Requester.Name),
            Assignee = ticket.AssigneeId == null ? null : new TicketPerson(ticket.AssigneeId.Value, ticket.Assignee!.Key, ticket.Assignee.Name),
            CreatedAt = ticket.CreatedAt,
            UpdatedAt = ticket.UpdatedAt,
            CustomFields = CustomFieldView.Of(ticket.CustomFields),
        };
    }
}
