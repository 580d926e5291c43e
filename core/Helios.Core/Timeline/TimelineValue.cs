namespace Helios.Core.Timeline;

/// <summary>A value as people read it.</summary>
/// <param name="Text">The words; of a reference the title.</param>
/// <param name="Key">The key of what it refers to, or null.</param>
/// <param name="Href">The page of what it refers to, or null.</param>
public sealed record TimelineValue(string Text, string? Key = null, string? Href = null);
