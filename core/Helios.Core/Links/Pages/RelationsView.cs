using Helios.Core.Links.Queries;
using Helios.Kernel.Entities;
using Helios.Web.Components.Content;

namespace Helios.Core.Links.Pages;

/// <summary>Settings > Relations.</summary>
/// <param name="Tabs">The tabs of the settings.</param>
/// <param name="Relations">Every relation, archived ones too.</param>
/// <param name="Kinds">The kinds that can be ends.</param>
/// <param name="Edited">The relation that is being changed; null where one is added.</param>
public sealed record RelationsView(IReadOnlyList<TabLink> Tabs, IReadOnlyList<ListRelations.Item> Relations, IReadOnlyList<KindDeclaration> Kinds, ListRelations.Item? Edited);
