using Helios.Core.Directory.People;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Itsm.Tickets.Commands;

/// <summary>Gives a ticket to somebody of the staff, or to nobody.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Assignee">Who takes care of it from now on; null for nobody.</param>
public sealed record AssignTicket([Target] EntityRef<Ticket> Ticket, EntityRef<User>? Assignee) : ICommand<TicketChanged>
{
    public sealed class Handler : ICommandHandler<AssignTicket, TicketChanged>
    {
        public Task<Outcome<TicketChanged>> Handle(AssignTicket command, CommandContext context) => Task.FromResult(Assign(command));

        static Outcome<TicketChanged> Assign(AssignTicket command)
        {
            var assignee = command.Assignee?.Entity;
            if (assignee is { IsStaff: false })
                return Problem.Conflict("tickets.assignee.not_staff", $"{assignee.Name} is not of the IT staff. Choose somebody who is, or change the role on {assignee.Name}'s page.")
                    with
                { Fields = [new FieldProblem("assignee", $"{assignee.Name} is not of the IT staff.")] };
            var ticket = command.Ticket.Entity;
            return ticket.Assign(assignee?.Id) is { } refusal ? refusal : TicketChanged.Of(ticket);
        }
    }
}
