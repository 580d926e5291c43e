using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Itsm.Tickets.Commands;

/// <summary>Takes a ticket oneself.</summary>
/// <param name="Ticket">The ticket.</param>
public sealed record TakeTicket([Target] EntityRef<Ticket> Ticket) : ICommand<TicketChanged>
{
    public sealed class Handler : ICommandHandler<TakeTicket, TicketChanged>
    {
        public Task<Outcome<TicketChanged>> Handle(TakeTicket command, CommandContext context) => Task.FromResult(Take(command, context));

        static Outcome<TicketChanged> Take(TakeTicket command, CommandContext context)
        {
            if (context.Actor.UserId is not { } me)
                return Problem.Conflict("tickets.assignee.no_user", "Your account belongs to nobody in this directory, so nothing can be yours. Assign it to somebody instead.");
            var ticket = command.Ticket.Entity;
            return ticket.Assign(me) is { } refusal ? refusal : TicketChanged.Of(ticket);
        }
    }
}
