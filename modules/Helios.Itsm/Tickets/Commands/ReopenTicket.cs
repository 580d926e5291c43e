using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Itsm.Tickets.Commands;

/// <summary>Takes up a resolved or closed ticket again.</summary>
/// <param name="Ticket">The ticket.</param>
public sealed record ReopenTicket([Target] EntityRef<Ticket> Ticket) : ICommand<TicketChanged>
{
    public sealed class Handler : ICommandHandler<ReopenTicket, TicketChanged>
    {
        public Task<Outcome<TicketChanged>> Handle(ReopenTicket command, CommandContext context)
        {
            var ticket = command.Ticket.Entity;
            Outcome<TicketChanged> outcome = ticket.Reopen(context.Now) is { } refusal ? refusal : TicketChanged.Of(ticket);
            return Task.FromResult(outcome);
        }
    }
}
