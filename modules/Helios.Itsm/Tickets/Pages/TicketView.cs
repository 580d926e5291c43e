using Helios.Core.Directory.People;
using Helios.Core.Timeline;
using Helios.Itsm.Tickets.Queries;
using Helios.Web.Components.Forms;
using Helios.Web.Pages;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>A ticket's page.</summary>
public sealed record TicketView
{
    public required TicketDetails Ticket { get; init; }

    /// <summary>The request as safe HTML.</summary>
    public required string DescriptionHtml { get; init; }

    /// <summary>Whether it shows what staff know.</summary>
    public required bool IsStaff { get; init; }

    /// <summary>The person who looks, or null.</summary>
    public Guid? Me { get; init; }

    /// <summary>The moment of the page, in UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether the timeline stands in the place of the conversation.</summary>
    public bool IsTimeline { get; init; }

    /// <summary>Messages and events after the request, in the order of time.</summary>
    public IReadOnlyList<ConversationPart> Conversation { get; init; } = [];

    /// <summary>The cursor of earlier messages; null where all are shown.</summary>
    public string? Earlier { get; init; }

    /// <summary>What happened, the newest first.</summary>
    public IReadOnlyList<TimelineItem> Events { get; init; } = [];

    /// <summary>The cursor of earlier events; null where all are shown.</summary>
    public string? EarlierEvents { get; init; }

    /// <summary>What features add to it: tags, links and what modules know.</summary>
    public required EntityParts Parts { get; init; }

    /// <summary>Who may take care of it; staff only.</summary>
    public IReadOnlyList<UserMention> Staff { get; init; } = [];

    /// <summary>Where the composer posts to.</summary>
    public required string Comments { get; init; }

    /// <summary>A reply that was refused; the composer says why.</summary>
    public FormState Reply { get; init; } = FormState.Fresh;

    /// <summary>Whether files can come with a message.</summary>
    public bool CanAttach { get; init; }

    /// <summary>Why another form of the page was refused; null on a GET.</summary>
    public string? Refusal { get; init; }

    /// <summary>How many messages are shown, the request among them.</summary>
    public int Messages => 1 + Conversation.Count(part => part.Message is not null);
}
