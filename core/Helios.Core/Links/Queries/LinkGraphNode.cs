using Helios.Core.Search;

namespace Helios.Core.Links.Queries;

/// <summary>An entity in a graph of links.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Step">How many links away it is: 1 or 2.</param>
/// <param name="Parent">The entity that it was reached from.</param>
/// <param name="Wording">How its parent says the link, such as “depends on”.</param>
/// <param name="HasMore">Whether it has further links that the graph leaves out.</param>
public sealed record LinkGraphNode(EntityView Entity, int Step, Guid Parent, string Wording, bool HasMore);
