namespace Helios.Web.Components.Shell;

/// <summary>Look and language that a person chose; they stand as attributes on the document, so nothing flashes.</summary>
public sealed record Appearance
{
    /// <summary>BCP 47 tag of the language.</summary>
    public string Language { get; init; } = "en";

    /// <summary><c>rtl</c> for languages written from right to left.</summary>
    public string? Direction { get; init; }

    /// <summary><c>light</c>, <c>dark</c>, or null for the system's choice.</summary>
    public string? Theme { get; init; }

    /// <summary><c>more</c>, <c>normal</c>, or null for the system's choice.</summary>
    public string? Contrast { get; init; }

    /// <summary><c>compact</c>, <c>roomy</c>, or null.</summary>
    public string? Density { get; init; }

    /// <summary><c>rail</c> shows icons only in the sidebar.</summary>
    public string? Navigation { get; init; }

    /// <summary>False switches single keys off (WCAG 2.1.4).</summary>
    public bool Hotkeys { get; init; } = true;
}
