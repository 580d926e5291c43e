namespace Helios.Core.Timeline;

/// <summary>One field that changed.</summary>
/// <param name="Field">The field's name on the wire.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Old">What it held, or null.</param>
/// <param name="New">What it holds since, or null.</param>
public sealed record TimelineChange(string Field, string Label, TimelineValue? Old, TimelineValue? New);
