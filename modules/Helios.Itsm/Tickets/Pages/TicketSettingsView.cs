using Helios.Itsm.Tickets.Queries;
using Helios.Web.Components.Content;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>The rules of the desk.</summary>
/// <param name="Tabs">The pages of the settings.</param>
/// <param name="Settings">The rules.</param>
public sealed record TicketSettingsView(IReadOnlyList<TabLink> Tabs, GetTicketSettings.Result Settings);
