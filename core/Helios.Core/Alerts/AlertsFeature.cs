using Helios.Core.Alerts.Commands;
using Helios.Core.Alerts.Pages;
using Helios.Core.Alerts.Queries;
using Helios.Core.Home;
using Helios.Core.Settings;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Alerts;

/// <summary>Alerts: what admins should know of, from any part of Helios and from programs.</summary>
public sealed class AlertsFeature : Feature
{
    /// <summary>See alerts.</summary>
    public const string Read = "alerts:read";

    /// <summary>Raise and settle alerts, and say where they are posted.</summary>
    public const string Write = "alerts:write";

    public override string Name => "alerts";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Table(AlertTables.Map);
        feature.Kind<Alert>("alert", prefix: "AL", label: ("Alert", "Alerts"), icon: "alert", page: AlertPages.Root + "/{key}").VisibleToStaff();
        feature.Permission(Read, "See alerts", Roles.Admin, Roles.ItStaff);
        feature.Permission(Write, "Raise and settle alerts, and say where they are posted", Roles.Admin);
        feature.Unique("alert_same", "subject", "The same alert was raised at this moment. Raise it again to count it.");

        feature.Command<RaiseAlert>("alerts.raise", Write, "AlertRaised").Internal().Rest("POST /alerts").NotUndoable("Settle the alert instead.");
        feature.Command<SettleAlert>("alerts.settle", Write, "AlertSettled").Internal().Rest("POST /alerts/{alert}/settle");
        feature.Command<SetAlertTarget>("alerts.set_target", Write, "AlertTargetSet").Internal().Rest("PUT /alert-target").NotUndoable("Set the address anew.");
        feature.Command<SendTestAlert>("alerts.test", Write, "AlertRaised").Internal().Rest("POST /alert-target/test").NotUndoable("The post has gone out.");
        feature.Command<RecordAlertPost>("alerts.record_post", Write, "AlertPosted").Internal().NoRest("It is the second phase of a post, which only Helios knows.").NotUndoable("It tells what has happened outside.");
        feature.Query<ListAlerts>("alerts.list", Read).Rest("GET /alerts");
        feature.Query<GetAlert>("alerts.get", Read).Rest("GET /alerts/{alert}");
        feature.Query<GetAlertTarget>("alerts.target", Write).Rest("GET /alert-target");
        feature.Effect<PostAlert.Request, PostAlert>(PostAlert.Name, "Post an alert").Repeatable();
        feature.WhenJobDies<TellDeadJob>("Tell of a dead job");

        feature.Contribute(ListAlerts.Declaration());
        feature.Contribute(new AlertPages());
        feature.Contribute(new SettingsTab("Alerts", AlertPages.Root, Read) { Order = 70 });
        feature.Contribute(new HomeTile("alerts", Write, AlertPages.Tile) { Order = 5, Wide = false });
        foreach (var text in (object[])[.. AlertTexts.Events, .. AlertTexts.Fields])
            feature.Contribute(text);
    }
}
