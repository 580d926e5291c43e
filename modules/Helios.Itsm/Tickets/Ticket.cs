using Helios.Core.Comments;
using Helios.Core.Directory.People;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;

namespace Helios.Itsm.Tickets;

/// <summary>What somebody asked for, and what becomes of it. The conversation stands in comments.</summary>
public sealed class Ticket : Entity, ICommented
{
    /// <summary>What it is about, in one line.</summary>
    public required string Subject { get; set; }

    /// <summary>The request in the requester's words, Markdown; he reads it.</summary>
    public required string Description { get; init; }

    /// <summary>One of <see cref="TicketStatus"/>.</summary>
    public string Status { get; private set; } = TicketStatus.New;

    /// <summary>A <see cref="TicketPriority"/>.</summary>
    public short Priority { get; set; } = (short)TicketPriority.Normal;

    /// <summary>Who needs it.</summary>
    public required Guid RequesterId { get; init; }

    /// <summary>Who of the staff takes care of it; null for nobody.</summary>
    public Guid? AssigneeId { get; private set; }

    /// <summary>Who wrote it down, when that was not the requester.</summary>
    public Guid? OpenedById { get; init; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>For queries only; never loaded.</summary>
    internal User? Requester { get; private init; }

    /// <summary>For queries only; never loaded.</summary>
    internal User? Assignee { get; private init; }

    public bool IsOpen => Status is TicketStatus.New or TicketStatus.InProgress or TicketStatus.Waiting;

    public override EntityCard Card() => new(Subject, TicketStatus.LabelOf(Status))
    {
        PublicText = Description,
        Readers = [$"user:{RequesterId}"],
    };

    /// <summary>Gives the ticket to somebody of the staff, or to nobody. Work on a new ticket has then begun.</summary>
    public Problem? Assign(Guid? assignee)
    {
        if (!IsOpen)
            return Problem.Conflict("tickets.ticket.not_open", $"{Key} is {TicketStatus.LabelOf(Status).ToLowerInvariant()}. Reopen it before you assign it.");
        AssigneeId = assignee;
        if (assignee is not null && Status == TicketStatus.New)
            Status = TicketStatus.InProgress;
        return null;
    }

    /// <summary>Moves the ticket to another status.</summary>
    public Problem? Move(string status, DateTimeOffset now)
    {
        if (string.Equals(status, Status, StringComparison.Ordinal))
            return null;
        if (Status == TicketStatus.Closed && status != TicketStatus.InProgress)
            return Problem.Conflict("tickets.ticket.closed", $"{Key} is closed. Reopen it first.");
        Status = status;
        ResolvedAt = status is TicketStatus.Resolved or TicketStatus.Closed ? ResolvedAt ?? now : null;
        ClosedAt = status == TicketStatus.Closed ? now : null;
        return null;
    }

    /// <summary>Ends the ticket.</summary>
    public Problem? Close(DateTimeOffset now) =>
        Status == TicketStatus.Closed
            ? Problem.Conflict("tickets.ticket.closed", $"{Key} is closed already.")
            : Move(TicketStatus.Closed, now);

    /// <summary>Takes the ticket up again.</summary>
    public Problem? Reopen(DateTimeOffset now) =>
        IsOpen
            ? Problem.Conflict("tickets.ticket.open", $"{Key} is open already.")
            : Move(TicketStatus.InProgress, now);

    /// <summary>The requester's word takes up again what waits for him, is resolved or closed: nobody's answer gets lost.</summary>
    public void Commented(Comment comment)
    {
        var isRequesters = comment.UserId == RequesterId && string.Equals(comment.Audience, Audience.Requester, StringComparison.Ordinal);
        if (isRequesters && Status is not (TicketStatus.New or TicketStatus.InProgress))
            Begin();
    }

    void Begin()
    {
        Status = TicketStatus.InProgress;
        ResolvedAt = null;
        ClosedAt = null;
    }
}
