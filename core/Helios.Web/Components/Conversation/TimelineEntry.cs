using Microsoft.AspNetCore.Components;

namespace Helios.Web.Components.Conversation;

/// <summary>One thing that happened to a record.</summary>
/// <param name="Actor">Who did it.</param>
/// <param name="Text">What was done, after the name: "changed the status".</param>
/// <param name="Time">When, in UTC.</param>
public sealed record TimelineEntry(string Actor, string Text, DateTimeOffset Time)
{
    /// <summary>Tone of the dot.</summary>
    public Tone Tone { get; init; }

    /// <summary>What changed: field, value before, value after.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>Which rule or reason stands behind it.</summary>
    public string? Why { get; init; }

    /// <summary>Where a POST takes it back; null where that is not offered.</summary>
    public string? UndoAddress { get; init; }

    /// <summary>What that button reads: Undo, or Redo where the entry is an undo.</summary>
    public string UndoLabel { get; init; } = "Undo";

    /// <summary>More about it, such as a link to another record.</summary>
    public RenderFragment? Detail { get; init; }
}
