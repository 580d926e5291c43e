namespace Helios.Web.Components.Charts;

/// <summary>Something that has to be done by a time.</summary>
/// <param name="Key">The record's key.</param>
/// <param name="Due">When, in UTC.</param>
/// <param name="Tone">How near it is to being missed.</param>
public sealed record SlaTarget(string Key, DateTimeOffset Due, Tone Tone = Tone.None);
