using System.Text.Json;
using Helios.Kernel.Input;
using Helios.Web.Components.Shell;

namespace Helios.Core.Identity.Accounts;

/// <summary>The look that a person chose.</summary>
/// <param name="Theme"><c>light</c>, <c>dark</c>, or null for the system's choice.</param>
/// <param name="Density"><c>compact</c>, <c>roomy</c>, or null.</param>
/// <param name="Contrast"><c>more</c>, <c>normal</c>, or null for the system's choice.</param>
/// <param name="Hotkeys">Whether single keys act.</param>
public sealed record Look(string? Theme = null, string? Density = null, string? Contrast = null, bool Hotkeys = true)
{
    /// <summary>Reads what the account keeps.</summary>
    public static Look Read(string json) => JsonSerializer.Deserialize<Look>(json, HeliosJson.Options) ?? new();

    public string Write() => JsonSerializer.Serialize(this, HeliosJson.Options);

    /// <summary>The attributes of the document.</summary>
    public Appearance Appearance() => new() { Theme = Theme, Density = Density, Contrast = Contrast, Hotkeys = Hotkeys };
}
