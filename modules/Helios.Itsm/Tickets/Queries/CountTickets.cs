using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Itsm.Tickets.Queries;

/// <summary>How many open tickets there are, of those that the caller may see; each number ends at 1,000.</summary>
public sealed record CountTickets : IQuery<CountTickets.Result>
{
    /// <summary>The numbers, each up to 1,000.</summary>
    /// <param name="Open">Open tickets.</param>
    /// <param name="Mine">Open tickets that are assigned to the caller.</param>
    /// <param name="Unassigned">Open tickets that nobody takes care of.</param>
    public sealed record Result(int Open, int Mine, int Unassigned);

    public sealed class Handler(HeliosDb db, Registry registry) : IQueryHandler<CountTickets, Result>
    {
        public async Task<Outcome<Result>> Handle(CountTickets query, QueryContext context)
        {
            var me = context.Scope.Actor.UserId;
            var open = OpenTo(context);
            var counts = await Capped(open, 1)
                .Concat(Capped(open.Where(ticket => ticket.AssigneeId == me && me != null), 2))
                .Concat(Capped(open.Where(ticket => ticket.AssigneeId == null), 3))
                .GroupBy(of => of)
                .Select(group => new { Of = group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Of, group => group.Count, context.Stop);
            return new Result(counts.GetValueOrDefault(1), counts.GetValueOrDefault(2), counts.GetValueOrDefault(3));
        }

        IQueryable<Ticket> OpenTo(QueryContext context) =>
            registry.Kind<Ticket>().Visible(db.Set<Ticket>(), context.Scope.Actor)
                .Where(ticket => ticket.ArchivedAt == null
                    && (ticket.Status == TicketStatus.New || ticket.Status == TicketStatus.InProgress || ticket.Status == TicketStatus.Waiting));

        static IQueryable<int> Capped(IQueryable<Ticket> tickets, int of) => tickets.AtMost(ListRunner.MostCounted).Select(ticket => of);
    }
}
