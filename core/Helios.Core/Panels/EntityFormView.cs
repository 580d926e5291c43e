namespace Helios.Core.Panels;

/// <summary>The page on which a record is linked or tagged, where the small form beside it is not enough.</summary>
/// <param name="Key">The record.</param>
/// <param name="Title">Its name.</param>
/// <param name="Href">Its page.</param>
/// <param name="Relations">How two records can belong together.</param>
public sealed record EntityFormView(string Key, string Title, string Href, IReadOnlyList<(string Name, string Wording)> Relations);
