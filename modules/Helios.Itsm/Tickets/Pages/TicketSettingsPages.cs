using Helios.Core.Settings;
using Helios.Itsm.Tickets.Commands;
using Helios.Itsm.Tickets.Queries;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Itsm.Tickets.Pages;

/// <summary>Settings > Tickets.</summary>
public sealed class TicketSettingsPages : PageSet
{
    /// <summary>The page.</summary>
    public const string Root = "/settings/tickets";

    public override void Map(PageRoutes routes)
    {
        routes.Page(Root, TicketsFeature.Manage, Show);
        routes.Form<SetTicketClosing, Nothing>(Root, (request, _, _) => request.SeeOther(request.Address(Root), "Settings saved"), Show);
    }

    static async Task<IResult> Show(PageRequest request) => await request.Show<TicketSettingsPage, TicketSettingsView>(
        (await request.Ask(new GetTicketSettings())).Map(found => new TicketSettingsView(SettingsTabs.For(request), found)));
}
