using Helios.Web.Components.Content;

namespace Helios.Core.CustomFields.Pages;

/// <summary>Every field of every kind.</summary>
/// <param name="Tabs">The tabs of the settings.</param>
/// <param name="Kinds">The kinds that can have fields.</param>
public sealed record FieldsView(IReadOnlyList<TabLink> Tabs, IReadOnlyList<FieldsOfKind> Kinds);
