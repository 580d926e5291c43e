namespace Helios.Web.Components.Charts;

/// <summary>A part of the time of a chart that is marked, such as an outage.</summary>
/// <param name="From">Where it begins, as share of the width from 0 to 1.</param>
/// <param name="Until">Where it ends.</param>
public sealed record ChartBand(double From, double Until);
