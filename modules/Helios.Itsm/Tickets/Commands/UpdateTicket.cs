using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;

namespace Helios.Itsm.Tickets.Commands;

/// <summary>Changes the subject or the priority of a ticket.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Subject">What it is about, in one line.</param>
/// <param name="Priority">low, normal, high or urgent.</param>
public sealed record UpdateTicket(
    [Target] EntityRef<Ticket> Ticket,
    [StringLength(300, MinimumLength = 3, ErrorMessage = "Say what it is about in 3 to 300 characters.")]
    Optional<string> Subject,
    Optional<TicketPriority> Priority) : ICommand<TicketChanged>
{
    /// <summary>Fields of the organization's own by API name, as GET /fields lists them; one that is left out stays as it is.</summary>
    public CustomFieldInput<Ticket>? CustomFields { get; init; }

    public sealed class Handler : ICommandHandler<UpdateTicket, TicketChanged>
    {
        public Task<Outcome<TicketChanged>> Handle(UpdateTicket command, CommandContext context) => Task.FromResult(Update(command, context));

        static Outcome<TicketChanged> Update(UpdateTicket command, CommandContext context)
        {
            var ticket = command.Ticket.Entity;
            var subject = (command.Subject.Or(ticket.Subject) ?? "").Trim();
            if (subject.Length < CreateTicket.ShortestSubject)
                return Problem.Invalid("subject", "Say what it is about in 3 to 300 characters.");
            // The requester knows nothing of priorities, so a change of it alone is the staff's affair.
            if (string.Equals(subject, ticket.Subject, StringComparison.Ordinal))
                context.Audience = Audience.Internal;
            ticket.Subject = subject;
            ticket.Priority = (short)command.Priority.Or((TicketPriority)ticket.Priority);
            return TicketChanged.Of(ticket);
        }
    }
}
