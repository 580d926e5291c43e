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

    /// <summary>More about it, such as a link to another record.</summary>
    public RenderFragment? Detail { get; init; }
}
