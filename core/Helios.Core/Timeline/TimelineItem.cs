namespace Helios.Core.Timeline;

/// <summary>One thing that happened.</summary>
/// <param name="Id">The event.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Who">The actor's name at that time.</param>
/// <param name="UserId">The actor in the directory, or null.</param>
/// <param name="Action">The event's immutable name, such as TicketAssigned.</param>
/// <param name="Text">What he did, to be read after his name.</param>
/// <param name="Changes">Field by field.</param>
/// <param name="Why">The reason that was given.</param>
/// <param name="Door">Where it came in: page, rest, job, start.</param>
/// <param name="Audience">Who reads it: <c>internal</c> or <c>requester</c>.</param>
public sealed record TimelineItem(
    Guid Id,
    DateTimeOffset At,
    string Who,
    Guid? UserId,
    string Action,
    string Text,
    IReadOnlyList<TimelineChange> Changes,
    string? Why,
    string Door,
    string Audience)
{
    /// <summary>The act, by which it can be undone; it may have changed other records too. Null in events older than undo.</summary>
    public Guid? Run { get; init; }

    /// <summary>Whether the reader may undo it: it is not undone yet and not too long ago. Whether the values still stand shows when it is tried.</summary>
    public bool CanUndo { get; init; }

    /// <summary>Whether it took another act back, so that to undo it means to do that again.</summary>
    public bool IsUndo { get; init; }
}
