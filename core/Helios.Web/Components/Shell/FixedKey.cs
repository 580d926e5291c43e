namespace Helios.Web.Components.Shell;

/// <summary>A key that the scripts know by themselves, not by a mark on an element.</summary>
/// <param name="Keys">The keys, with spaces between.</param>
/// <param name="Act">What they do.</param>
/// <param name="Needs">A selector of what must be on the page for it, or <c>record</c> for a link to one; null for every page.</param>
public sealed record FixedKey(string Keys, string Act, string? Needs = null);
