using Helios.Core.Search;

namespace Helios.Core.Links.Pages;

/// <summary>The page on which a record is linked to another one.</summary>
/// <param name="Entity">The record.</param>
/// <param name="Choices">How it can belong to another one: both directions of each relation that fits its kind.</param>
public sealed record LinkFormView(EntityView Entity, IReadOnlyList<LinkChoice> Choices);
