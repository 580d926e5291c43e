using Helios.Itsm.Tickets.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Jobs;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Itsm.Tickets;

/// <summary>Closes tickets that were resolved some days ago and that nobody took up again. A crash in between leaves the rest to the next attempt.</summary>
public sealed class CloseResolvedTickets(HeliosDb db, CommandPipeline commands, TimeProvider time) : IJobHandler<Scheduled>
{
    /// <summary>The job and its schedule.</summary>
    public const string Name = "tickets.close_resolved";

    /// <summary>Of one run; the rest waits for the next day.</summary>
    const int Most = 10_000;

    /// <summary>Tickets between two reports: a few tenths of a second.</summary>
    const int Step = 50;

    public async Task Run(Scheduled payload, JobContext context)
    {
        db.Scope = context.Scope;
        var days = (await db.Set<TicketSettings>().AsNoTracking().SingleOrDefaultAsync(context.Stop))?.CloseAfterDays ?? TicketSettings.UsualDays;
        var due = await Due(time.GetUtcNow().AddDays(-days), context.Stop);
        var closed = 0;
        for (var i = 0; i < due.Count; i++)
        {
            if (i % Step == 0 && !await context.Progress(i, due.Count))
                return;
            if (await Close(due[i], days, context))
                closed++;
        }

        await context.Progress(due.Count, due.Count, closed == 1 ? "Closed 1 ticket." : $"Closed {closed} tickets.");
    }

    Task<List<Resolved>> Due(DateTimeOffset before, CancellationToken stop) => db.Set<Ticket>().AsNoTracking()
        .Where(ticket => ticket.Status == TicketStatus.Resolved && ticket.ResolvedAt < before && ticket.ArchivedAt == null)
        .OrderBy(ticket => ticket.Id).Take(Most)
        .Select(ticket => new Resolved(ticket.Key, ticket.Version))
        .ToListAsync(stop);

    /// <summary>Closes it as it was read: one that somebody took up meanwhile has another version and stays.</summary>
    async Task<bool> Close(Resolved ticket, int days, JobContext context)
    {
        var options = new CommandOptions { ExpectedVersion = ticket.Version, Why = days == 1 ? "Resolved a day ago" : $"Resolved {days} days ago" };
        var outcome = await commands.Run(new CloseTicket(new EntityRef<Ticket>(ticket.Key)), context.Scope, options, context.Stop);
        if (outcome.Problem is { Kind: not (ProblemKind.Stale or ProblemKind.Conflict or ProblemKind.NotFound) } problem)
            throw new InvalidOperationException($"{ticket.Key} could not be closed: {problem.Text}");
        return outcome.Succeeded;
    }

    sealed record Resolved(string Key, long Version);
}
