using Helios.Core.CustomFields.Queries;
using Helios.Web.Components.Content;

namespace Helios.Core.CustomFields.Pages;

/// <summary>The form of a field.</summary>
/// <param name="Tabs">The tabs of the settings.</param>
/// <param name="Field">The field as it stands; null for a new one.</param>
/// <param name="Kinds">The kinds that it can belong to, with what they are called.</param>
/// <param name="Kind">The kind that is chosen.</param>
public sealed record FieldFormView(IReadOnlyList<TabLink> Tabs, FieldDetails? Field, IReadOnlyList<(string Name, string Label)> Kinds, string Kind);
