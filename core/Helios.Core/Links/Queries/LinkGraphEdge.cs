namespace Helios.Core.Links.Queries;

/// <summary>A link between two entities of a graph that are not one below the other.</summary>
/// <param name="From">The entity that says the wording.</param>
/// <param name="To">The other one.</param>
/// <param name="Wording">How <c>from</c> says it.</param>
public sealed record LinkGraphEdge(Guid From, Guid To, string Wording);
