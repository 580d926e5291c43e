using Helios.Core.Organizations.Queries;

namespace Helios.Core.Organizations.Pages;

/// <summary>The modules and their switches.</summary>
/// <param name="Tabs">The pages of the settings.</param>
/// <param name="Modules">The modules.</param>
public sealed record ModulesView(IReadOnlyList<Web.Components.Content.TabLink> Tabs, IReadOnlyList<ListModules.Item> Modules);
