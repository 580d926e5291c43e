namespace Helios.Web.Pages;

/// <summary>A contributed button, ready to be drawn.</summary>
/// <param name="Label">What it does.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Keys">The keys that press it.</param>
/// <param name="Primary">Whether it is the page's main act.</param>
public sealed record ShownAction(string Label, string Href, string? Icon, string? Keys, bool Primary);
