namespace Helios.Web.Components.Charts;

/// <summary>One line of a chart.</summary>
/// <param name="Name">What it is, as the legend says it; with the last value where that helps: "Amsterdam 41 ms".</param>
/// <param name="Values">Its values in the order of time; null where nothing was measured, which breaks the line.</param>
/// <param name="Tone">Its color. A second line is dashed too, so that nobody needs the color.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values, Tone Tone = Tone.Info);
