namespace Helios.Web.Components.Graphs;

/// <summary>A link that crosses the tree of a graph.</summary>
/// <param name="From">The record that says the wording.</param>
/// <param name="To">The other one.</param>
/// <param name="Wording">How <c>from</c> says it.</param>
public sealed record GraphEdge(Guid From, Guid To, string Wording);
