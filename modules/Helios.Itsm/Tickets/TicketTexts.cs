using System.Globalization;
using Helios.Core.Timeline;

namespace Helios.Itsm.Tickets;

/// <summary>How timelines tell what happened to a ticket.</summary>
static class TicketTexts
{
    const string Kind = "ticket";

    /// <summary>The sentences.</summary>
    public static IReadOnlyList<EventText> Events { get; } =
    [
        new("TicketCreated", "opened this {ticket}"),
        new("TicketAssigned", "passed this from {assigneeId:old} to {assigneeId:new}"),
        new("TicketAssigned", "assigned this to {assigneeId:new}"),
        new("TicketAssigned", "took this from {assigneeId:old}; nobody takes care of it now"),
        new("TicketTaken", "took this"),
        new("TicketMoved", "moved this from {status:old} to {status:new}"),
        new("TicketClosed", "closed this"),
        new("TicketClosingSet", "changed when a resolved {ticket} closes by itself"),
        new("TicketReopened", "reopened this"),
        new("CommentAdded", "replied, which took this up again") { WhenField = "status", WhenValue = TicketStatus.InProgress },
    ];

    /// <summary>The fields. Priority is the staff's; whoever takes care of a ticket is known to its requester by name.</summary>
    public static IReadOnlyList<FieldText> Fields { get; } =
    [
        new("subject", "subject") { Kind = Kind },
        new("status", "status") { Kind = Kind, Values = TicketStatus.All.ToDictionary(status => status, TicketStatus.LabelOf, StringComparer.Ordinal) },
        new("priority", "priority") { Kind = Kind, IsInternal = true, Values = Enum.GetValues<TicketPriority>().ToDictionary(level => ((short)level).ToString(CultureInfo.InvariantCulture), level => level.ToString(), StringComparer.Ordinal) },
        new("assigneeId", "assignee") { Kind = Kind, TellsName = true },
        new("requesterId", "requester") { Kind = Kind },
        new("openedById", "written down by") { Kind = Kind, TellsName = true },
        new("description", "description") { Kind = Kind, IsHidden = true },
        new("key", "key") { Kind = Kind, IsHidden = true },
        new("resolvedAt", "resolved") { Kind = Kind, IsHidden = true },
        new("closedAt", "closed") { Kind = Kind, IsHidden = true },
    ];
}
