namespace Helios.Web.Components.Shell;

/// <summary>A line of a menu that leads somewhere.</summary>
/// <param name="Label">What it does.</param>
/// <param name="Icon">Icon by meaning.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Key">Keys that do the same, as <c>c t</c>.</param>
public sealed record MenuEntry(string Label, string Icon, string Href, string? Key = null);
