using Helios.Core.Timeline;
using Helios.Web.Components.Conversation;
using Helios.Web.Pages;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>What happened to a ticket, in its reader's words.</summary>
static class TicketEvents
{
    const string Status = "status";

    /// <summary>What follows the actor's name.</summary>
    public static string Text(TimelineItem item, bool isStaff) =>
        !isStaff && item.Action is "TicketMoved" && item.Changes.FirstOrDefault(change => change.Field is Status)?.New is { } moved
            ? $"set this to “{Plain(moved.Text)}”"
            : item.Text;

    /// <summary>The line of a timeline; the fields stand below where the sentence does not tell them.</summary>
    public static TimelineEntry Entry(TimelineItem item, bool isStaff, string slug) => new(item.Who, Text(item, isStaff), item.At)
    {
        UndoAddress = item is { CanUndo: true, Run: { } run } ? UndoPlace.Address(slug, run) : null,
        UndoLabel = item.IsUndo ? "Redo" : "Undo",
        Why = item.Why,
        Changes = isStaff && item.Action is ("TicketCreated" or "TicketUpdated")
            ? [.. item.Changes.Select(change => new FieldChange(Label(change.Label), change.Old?.Text, change.New?.Text))]
            : [],
    };

    static string Label(string label) => char.ToUpperInvariant(label[0]) + label[1..];

    /// <summary>The requester's word for a status that an event names in the desk's.</summary>
    static string Plain(string label) =>
        TicketStatus.All.FirstOrDefault(status => TicketStatus.LabelOf(status) == label) is { } status ? TicketWords.Status(status, isStaff: false) : label;
}
