namespace Helios.Core.Timeline;

/// <summary>How timelines name a field and its values. What is not declared is shown to staff only, under its own name.</summary>
/// <param name="Field">The field's name in events: <c>assigneeId</c>, of a child row <c>comment.body</c>.</param>
/// <param name="Label">Its name inside a sentence, in lower case.</param>
public sealed record FieldText(string Field, string Label)
{
    /// <summary>Only for this kind; null for every kind.</summary>
    public string? Kind { get; init; }

    /// <summary>The words for stored values, such as <c>in_progress</c> → In progress.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Only staff read it, even in an event for everybody.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Nobody needs to read it in a timeline.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whoever reads the event may read the name of what the field refers to, even where its page is closed to him (the assignee of his ticket).</summary>
    public bool TellsName { get; init; }
}
