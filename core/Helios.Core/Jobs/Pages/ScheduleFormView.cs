using Helios.Core.Jobs.Queries;
using Helios.Web.Components.Content;

namespace Helios.Core.Jobs.Pages;

/// <summary>The form of one schedule.</summary>
/// <param name="Tabs">The pages of the settings.</param>
/// <param name="Schedule">The schedule.</param>
public sealed record ScheduleFormView(IReadOnlyList<TabLink> Tabs, ScheduleView Schedule);
