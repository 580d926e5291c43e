namespace Helios.Web.Components.Shell;

/// <summary>A line of the palette that the page brings along.</summary>
/// <param name="Name">What it does, verb first, or the page's name.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Icon">Icon by meaning.</param>
/// <param name="Subtitle">Where it belongs.</param>
/// <param name="Keys">Keys that do the same, as <c>c t</c>.</param>
public sealed record PaletteCommand(string Name, string Href, string Icon = "forward", string? Subtitle = null, string? Keys = null)
{
    /// <summary>Why it cannot be done now, in place of the subtitle; null as a rule. Such a line is shown and leads nowhere.</summary>
    public string? WhyNot { get; init; }
}
