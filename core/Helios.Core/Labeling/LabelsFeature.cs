using Helios.Core.Labeling.Commands;
using Helios.Core.Labeling.Pages;
using Helios.Core.Labeling.Queries;
using Helios.Core.Settings;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Labeling;

/// <summary>Labels: what an organization calls its tickets, people, places.</summary>
public sealed class LabelsFeature : Feature
{
    public const string Read = "labels:read";
    public const string Write = "labels:write";

    public override string Name => "labels";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Table(LabelTable.Map);
        feature.Permission(Read, "Read what the organization calls things", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Permission(Write, "Say what the organization calls things", Roles.Admin);
        feature.Query<ListLabels>("labels.list", Read).Rest("GET /labels");
        feature.Command<SetLabel>("labels.set", Write, "LabelSet").Internal().Rest("PUT /labels/{label}");
        feature.Command<ResetLabel>("labels.reset", Write, "LabelReset").Internal().Rest("DELETE /labels/{label}");
        feature.Contribute(new LabelPages());
        feature.Contribute(new SettingsTab("Labels", LabelPages.Root, Write) { Order = 40 });
    }
}
