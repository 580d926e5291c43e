using Helios.Core.Jobs.Queries;
using Helios.Web.Components.Content;

namespace Helios.Core.Jobs.Pages;

/// <summary>What runs by itself.</summary>
/// <param name="Tabs">The pages of the settings.</param>
/// <param name="Schedules">The schedules.</param>
/// <param name="CanWrite">Whether the viewer may change them.</param>
/// <param name="Now">The moment of the page.</param>
public sealed record SchedulesView(IReadOnlyList<TabLink> Tabs, IReadOnlyList<ScheduleView> Schedules, bool CanWrite, DateTimeOffset Now);
