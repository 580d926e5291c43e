namespace Helios.Core.Settings;

/// <summary>A page of the settings that a module contributes. It is hidden where the module is off or the permission is missing.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Path">The address below the organization, such as <c>/settings/modules</c>.</param>
/// <param name="Permission">What an actor needs.</param>
public sealed record SettingsTab(string Label, string Path, string Permission)
{
    /// <summary>Smaller stands first.</summary>
    public int Order { get; init; }
}
