namespace Helios.Web.Components.Charts;

/// <summary>How many things fall into a week.</summary>
/// <param name="Label">The week, as "17 Nov".</param>
/// <param name="Count">How many.</param>
/// <param name="Tone">How pressing they are.</param>
public sealed record WeekCount(string Label, int Count, Tone Tone = Tone.None);
