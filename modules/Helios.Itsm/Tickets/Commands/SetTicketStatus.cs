using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Itsm.Tickets.Commands;

/// <summary>Moves a ticket to another status.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Status">new, in_progress, waiting, resolved or closed.</param>
public sealed record SetTicketStatus(
    [Target] EntityRef<Ticket> Ticket,
    [AllowedValues(TicketStatus.New, TicketStatus.InProgress, TicketStatus.Waiting, TicketStatus.Resolved, TicketStatus.Closed,
        ErrorMessage = "Choose one of new, in_progress, waiting, resolved, closed.")]
    string Status) : ICommand<TicketChanged>
{
    public sealed class Handler : ICommandHandler<SetTicketStatus, TicketChanged>
    {
        public Task<Outcome<TicketChanged>> Handle(SetTicketStatus command, CommandContext context)
        {
            var ticket = command.Ticket.Entity;
            Outcome<TicketChanged> outcome = ticket.Move(command.Status, context.Now) is { } refusal ? refusal : TicketChanged.Of(ticket);
            return Task.FromResult(outcome);
        }
    }
}
