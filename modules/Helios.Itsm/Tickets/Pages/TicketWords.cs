using Helios.Web.Components;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>What people read of a ticket: staff in the desk's words, requesters in everyday ones.</summary>
static class TicketWords
{
    /// <summary>The status for its reader.</summary>
    public static string Status(string status, bool isStaff) => isStaff ? TicketStatus.LabelOf(status) : status switch
    {
        TicketStatus.New => "Received",
        TicketStatus.InProgress => "We are on it",
        TicketStatus.Waiting => "Waiting",
        TicketStatus.Resolved => "Done",
        TicketStatus.Closed => "Closed",
        _ => status,
    };

    /// <summary>The shape that stands for the status.</summary>
    public static StateShape Shape(string status) => status switch
    {
        TicketStatus.New => StateShape.New,
        TicketStatus.InProgress => StateShape.Progress,
        TicketStatus.Waiting => StateShape.Waiting,
        TicketStatus.Resolved => StateShape.Done,
        _ => StateShape.Paused,
    };

    /// <summary>The bars of a priority.</summary>
    public static PriorityLevel Level(TicketPriority priority) => priority switch
    {
        TicketPriority.Low => PriorityLevel.Low,
        TicketPriority.High => PriorityLevel.High,
        TicketPriority.Urgent => PriorityLevel.Urgent,
        _ => PriorityLevel.Normal,
    };

    /// <summary>The icon of an event between two messages.</summary>
    public static string IconOf(string action) => action switch
    {
        "TicketAssigned" or "TicketTaken" => "assign",
        "TicketMoved" => "state",
        "TicketClosed" => "check",
        "TicketReopened" or "CommentAdded" => "reopen",
        "TicketUpdated" => "edit",
        "LinkAdded" => "link",
        "LinkRemoved" => "unlink",
        _ => "history",
    };
}
