using Helios.Core.Comments;
using Helios.Core.Timeline;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>Puts messages and events into the order of time; events between two messages stand together.</summary>
static class TicketConversation
{
    /// <summary>The parts of a conversation.</summary>
    /// <param name="comments">The messages, in any order.</param>
    /// <param name="events">What happened, in any order.</param>
    public static IReadOnlyList<ConversationPart> Of(IEnumerable<CommentView> comments, IEnumerable<TimelineItem> events)
    {
        var all = comments.Select(comment => (At: comment.CreatedAt, IsEvent: false, Message: (CommentView?)comment, Event: (TimelineItem?)null))
            .Concat(events.Where(IsWorthALine).Select(item => (item.At, IsEvent: true, Message: (CommentView?)null, Event: (TimelineItem?)item)))
            .OrderBy(part => part.At).ThenBy(part => part.IsEvent);
        List<ConversationPart> parts = [];
        List<TimelineItem> waiting = [];
        foreach (var part in all)
        {
            if (part.Event is { } happened)
            {
                waiting.Add(happened);
                continue;
            }

            Flush();
            parts.Add(new ConversationPart(part.Message, []));
        }

        Flush();
        return parts;

        void Flush()
        {
            if (waiting.Count > 0)
                parts.Add(new ConversationPart(null, waiting));
            waiting = [];
        }
    }

    /// <summary>The request and the messages speak for themselves, and tags and watchers are no part of a conversation; a reply that changed the status tells that.</summary>
    static bool IsWorthALine(TimelineItem item) => item.Action switch
    {
        "TicketCreated" or "TagAdded" or "TagRemoved" or "WatcherAdded" or "WatcherRemoved" => false,
        "CommentAdded" => item.Changes.Any(change => change.Field is "status"),
        _ => true,
    };
}
