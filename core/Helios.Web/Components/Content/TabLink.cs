namespace Helios.Web.Components.Content;

/// <summary>One tab: a page of its own.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Href">Its address.</param>
/// <param name="Count">How many things it holds, as text ("37", "1,000+").</param>
/// <param name="Current">Whether it is this page.</param>
public sealed record TabLink(string Label, string Href, string? Count = null, bool Current = false);
