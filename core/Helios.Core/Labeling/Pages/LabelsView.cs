using Helios.Core.Labeling.Queries;
using Helios.Web.Components.Content;

namespace Helios.Core.Labeling.Pages;

/// <summary>What the organization calls things.</summary>
/// <param name="Tabs">The tabs of the settings.</param>
/// <param name="Labels">Every label.</param>
public sealed record LabelsView(IReadOnlyList<TabLink> Tabs, IReadOnlyList<ListLabels.Item> Labels);
