using Helios.Core.Alerts.Queries;
using Helios.Kernel.Queries;
using Helios.Web.Components.Content;

namespace Helios.Core.Alerts.Pages;

/// <summary>Alerts, and where they are posted.</summary>
/// <param name="Tabs">The pages of the settings.</param>
/// <param name="State">Which are shown: open, settled or all.</param>
/// <param name="Alerts">The alerts of this page.</param>
/// <param name="Target">Where they are posted; null where the viewer may not know.</param>
/// <param name="Now">The moment of the page.</param>
public sealed record AlertsView(IReadOnlyList<TabLink> Tabs, string State, ListPage<AlertRow> Alerts, GetAlertTarget.Result? Target, DateTimeOffset Now);
