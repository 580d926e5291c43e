using Helios.Core.Tags.Queries;
using Helios.Web.Components.Content;

namespace Helios.Core.Tags.Pages;

/// <summary>Settings > Tags.</summary>
/// <param name="Tabs">The tabs of the settings.</param>
/// <param name="Tags">The tags with their use.</param>
/// <param name="Next">The address of the next page, or null.</param>
/// <param name="Edited">The tag that is being changed; null where all are listed.</param>
public sealed record TagSettingsView(IReadOnlyList<TabLink> Tabs, IReadOnlyList<CountTags.Item> Tags, string? Next, CountTags.Item? Edited);
