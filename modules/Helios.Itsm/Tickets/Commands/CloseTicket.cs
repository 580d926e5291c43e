using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Itsm.Tickets.Commands;

/// <summary>Ends a ticket; it can be reopened.</summary>
/// <param name="Ticket">The ticket.</param>
public sealed record CloseTicket([Target] EntityRef<Ticket> Ticket) : ICommand<TicketChanged>
{
    public sealed class Handler : ICommandHandler<CloseTicket, TicketChanged>
    {
        public Task<Outcome<TicketChanged>> Handle(CloseTicket command, CommandContext context)
        {
            var ticket = command.Ticket.Entity;
            Outcome<TicketChanged> outcome = ticket.Close(context.Now) is { } refusal ? refusal : TicketChanged.Of(ticket);
            return Task.FromResult(outcome);
        }
    }
}
