namespace Helios.Web.Components.Charts;

/// <summary>A value that should not be passed: a dashed line across a chart.</summary>
/// <param name="Value">The value.</param>
/// <param name="Name">What the legend calls it, as "Limit 40 ms".</param>
public sealed record ChartLimit(double Value, string Name);
