namespace Helios.Core.Search.Pages;

/// <summary>The page of finds.</summary>
/// <param name="Text">What was looked for.</param>
/// <param name="Items">The finds, the best first.</param>
/// <param name="Failure">Why there is no answer.</param>
public sealed record SearchView(string Text, IReadOnlyList<EntityView> Items, string? Failure);
