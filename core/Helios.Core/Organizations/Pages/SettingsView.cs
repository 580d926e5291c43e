using Helios.Core.Organizations.Queries;

namespace Helios.Core.Organizations.Pages;

/// <summary>The organization's own settings.</summary>
/// <param name="Tabs">The pages of the settings.</param>
/// <param name="Organization">What it is now.</param>
public sealed record SettingsView(IReadOnlyList<Web.Components.Content.TabLink> Tabs, GetOrganization.Result Organization);
