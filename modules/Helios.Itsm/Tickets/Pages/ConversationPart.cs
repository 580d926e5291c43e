using Helios.Core.Comments;
using Helios.Core.Timeline;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>A part of a conversation in the order of time: a message, or what happened before the next one.</summary>
/// <param name="Message">The message; null for events.</param>
/// <param name="Events">What happened; empty for a message.</param>
public sealed record ConversationPart(CommentView? Message, IReadOnlyList<TimelineItem> Events);
