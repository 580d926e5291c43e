namespace Helios.Web.Components.Graphs;

/// <summary>A record of a graph and where it stands.</summary>
/// <param name="Point">The record.</param>
/// <param name="X">The left edge of its box, in pixels.</param>
/// <param name="Y">The middle of its box, in pixels.</param>
/// <param name="Parent">Where the line to it begins; null in the middle.</param>
sealed record PlacedPoint(GraphPoint Point, int X, int Y, PlacedPoint? Parent);
