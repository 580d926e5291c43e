namespace Helios.Core.Timeline;

/// <summary>
/// How a timeline tells an event: “assigned this to {assigneeId}”. Features contribute theirs; of several for one action the first
/// counts whose condition holds and whose places all have a value, those with a condition before those without. An event without one is told field by field.
/// </summary>
/// <param name="Action">The event's name, such as TicketAssigned.</param>
/// <param name="Sentence">What follows the actor's name. <c>{field}</c> stands for the new value (the old one of what was removed), <c>{field:old}</c> for the old, <c>{field:new}</c> for the new one only.</param>
public sealed record EventText(string Action, string Sentence)
{
    /// <summary>Only when this field…</summary>
    public string? WhenField { get; init; }

    /// <summary>… has this new value.</summary>
    public string? WhenValue { get; init; }
}
