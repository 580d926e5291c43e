using System.ComponentModel.DataAnnotations;
using Helios.Core.Attachments;
using Helios.Core.Directory.People;
using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Files;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;

namespace Helios.Itsm.Tickets.Commands;

/// <summary>Writes down what somebody needs. Staff may do it for anybody, everybody else for himself.</summary>
/// <param name="Subject">What it is about, in one line.</param>
/// <param name="Description">The request in the requester's words, Markdown.</param>
/// <param name="Requester">Who needs it; the caller himself if absent.</param>
/// <param name="Priority">low, normal, high or urgent; normal if absent. Staff only.</param>
/// <param name="Assignee">Who of the staff takes care of it. Staff only.</param>
/// <param name="Files">Files that show what is meant; the requester sees them.</param>
public sealed record CreateTicket(
    [Required(AllowEmptyStrings = true, ErrorMessage = "Say what it is about."), StringLength(300, MinimumLength = 3, ErrorMessage = "Say what it is about in 3 to 300 characters.")]
    string Subject,
    [StringLength(20_000, ErrorMessage = "The description may have 20,000 characters. Attach long texts as files.")]
    string? Description = null,
    EntityRef<User>? Requester = null,
    Optional<TicketPriority> Priority = default,
    EntityRef<User>? Assignee = null,
    [property: MaxLength(FileLimits.FilesAtOnce, ErrorMessage = "Send at most 10 files at once.")] IReadOnlyList<RowRef<Upload>>? Files = null) : ICommand<TicketChanged>
{
    internal const int ShortestSubject = 3;

    /// <summary>Fields of the organization's own by API name, as GET /fields lists them; one that is left out has its default.</summary>
    public CustomFieldInput<Ticket>? CustomFields { get; init; }

    public sealed class Handler(HeliosDb db) : ICommandHandler<CreateTicket, TicketChanged>
    {
        public async Task<Outcome<TicketChanged>> Handle(CreateTicket command, CommandContext context)
        {
            var actor = context.Actor;
            var subject = command.Subject.Trim();
            if (subject.Length < ShortestSubject)
                return Problem.Invalid("subject", "Say what it is about in 3 to 300 characters.");
            if ((command.Requester?.Entity.Id ?? actor.UserId) is not { } requester)
                return Problem.Invalid("requester", "Say who needs it: your account belongs to nobody in this directory.");
            if (!actor.IsStaff && requester != actor.UserId)
                return Problem.Invalid("requester", "You can ask for yourself only.");
            if (command.Assignee?.Entity is { IsStaff: false } other)
                return Problem.Invalid("assignee", $"{other.Name} is not of the IT staff.");

            var ticket = await context.Add(new Ticket
            {
                Subject = subject,
                Description = command.Description?.Trim() ?? "",
                RequesterId = requester,
                OpenedById = actor.UserId == requester ? null : actor.UserId,
                Priority = (short)(actor.IsStaff ? command.Priority.Or(TicketPriority.Normal) : TicketPriority.Normal),
            });
            if (actor.IsStaff && command.Assignee is { } assignee)
                ticket.Assign(assignee.Entity.Id);
            var attached = await NewAttachments.Add(db, context, ticket, command.Files, Audience.Requester);
            return attached.Succeeded ? TicketChanged.Of(ticket) : attached.Problem;
        }
    }
}
