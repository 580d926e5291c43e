using Helios.Core.Alerts.Commands;
using Helios.Core.Alerts.Queries;
using Helios.Core.Settings;
using Helios.Kernel.Effects;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Alerts.Pages;

/// <summary>Settings > Alerts.</summary>
public sealed class AlertPages : PageSet
{
    /// <summary>The alerts, below which each has its page.</summary>
    public const string Root = "/settings/alerts";

    const int RowsOnHome = 3;
    const string One = Root + "/{alert}";

    public override void Map(PageRoutes routes)
    {
        routes.Page(Root, AlertsFeature.Read, ShowList);
        routes.Page(One, AlertsFeature.Read, ShowOne);
        routes.Form<SettleAlert, AlertChanged>(One + "/settle", (request, _, alert) => request.SeeOther(request.Address(Root), $"{alert.Key} settled"), ShowOne);
        routes.Form<SetAlertTarget, Nothing>(Root + "/target", (request, command, _) => request.SeeOther(request.Address(Root), command.Address is { Length: > 0 } ? "Address saved" : "Alerts are not posted any more"), ShowList);
        routes.Form<SendTestAlert, OperationView>(Root + "/target/test", (request, _, test) => request.SeeOther(request.Address(Root), Told(test)), ShowList);
    }

    /// <summary>The open alerts, for Home.</summary>
    public static async Task<RenderFragment?> Tile(PageRequest request)
    {
        var found = await request.Ask(new ListAlerts { Q = "state:open", Limit = RowsOnHome, Count = true });
        return found.Value is { Items.Count: > 0 } page ? AlertMarks.Tile(page.Items, page.TotalText, request.Address(Root), request.Now) : null;
    }

    static string Told(OperationView test) => test.State == OperationState.Done ? "The test alert arrived" : $"The test alert did not arrive. {test.Trouble}";

    static async Task<IResult> ShowList(PageRequest request)
    {
        var state = request.Query("state") ?? AlertState.Open;
        var found = await request.Ask(new ListAlerts { Q = state is AlertState.Open or AlertState.Settled ? "state:" + state : null, After = request.Query("after") });
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        var target = request.Scope.Actor.Can(AlertsFeature.Write) ? (await request.Ask(new GetAlertTarget())).Value : null;
        return await request.Show<AlertsPage, AlertsView>(new AlertsView(SettingsTabs.For(request), state, found.Value, target, request.Now));
    }

    static async Task<IResult> ShowOne(PageRequest request)
    {
        var found = await request.Ask(new GetAlert(new EntityRef<Alert>(request.Route("alert"))));
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        var alert = found.Value;
        var parts = await request.PartsOf(new EntitySubject("alert", alert.Id, alert.Key, alert.Subject));
        return await request.Show<AlertPage, AlertView>(new AlertView(alert, request.Scope.Actor.Can(AlertsFeature.Write), parts, request.Now));
    }
}
