using Helios.Core.Search;

namespace Helios.Core.Tags.Pages;

/// <summary>The page on which a record is tagged, where the field beside it is not enough.</summary>
/// <param name="Entity">The record.</param>
public sealed record TagFormView(EntityView Entity);
