using Helios.Core.Bulk.Commands;
using Helios.Core.Bulk.Pages;
using Helios.Core.Bulk.Queries;
using Helios.Core.Timeline;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Bulk;

/// <summary>Bulk changes: one command for many records, with progress, a result for each, and one undo for all.</summary>
public sealed class BulkFeature : Feature
{
    /// <summary>What an actor needs besides the right to the command itself.</summary>
    public const string Permission = "bulk:use";

    const string Step = "It is a step of bulk.start, whose job runs it.";
    const string Stays = "A bulk change is undone as a whole: undo its start.";

    public override string Name => "bulk";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Table(BulkTables.Map);
        feature.Kind<BulkChange>("bulk", prefix: "B", label: ("Bulk change", "Bulk changes"), icon: "list", page: BulkPages.Root + "/{key}").VisibleToStaff();
        feature.Permission(Permission, "Change many records at once, as far as one may change each", Roles.Admin, Roles.ItStaff);

        feature.Command<StartBulk>("bulk.start", Permission, "BulkStarted").Inverse<BulkInverse>().Internal().Rest("POST /bulk");
        feature.Command<CancelBulk>("bulk.cancel", Permission, "BulkCanceled").NotUndoable(Stays).Internal().Rest("POST /bulk/{bulk}/cancel");
        feature.Command<ContinueBulk>("bulk.continue", Permission, "BulkContinued").NotUndoable(Stays).Internal().Rest("POST /bulk/{bulk}/continue");
        feature.Command<FillBulk>("bulk.fill", Permission, "BulkGathered").NotUndoable(Stays).Internal().NoRest(Step);
        feature.Command<AdvanceBulk>("bulk.advance", Permission, "BulkAdvanced").NotUndoable(Stays).Internal().NoRest(Step);
        feature.Command<FinishBulk>("bulk.finish", Permission, "BulkFinished").NotUndoable(Stays).Internal().NoRest(Step);
        feature.Query<GetBulk>("bulk.get", Permission).Rest("GET /bulk/{bulk}");
        feature.Query<CountBulk>("bulk.count", Permission).Rest("GET /bulk-count");
        feature.Query<ListBulkRows>("bulk.rows", Permission).Rest("GET /bulk/{bulk}/rows");
        feature.Job<RunBulk.Work, RunBulk>(RunBulk.Name, "Change many records");
        feature.Contribute(new BulkPages());
        feature.Contribute(new BulkAct(null, "tags.add", "Tag", "tag") { Order = 80, Fields = [new("tag", "Tag")] });
        feature.Contribute(new EventText("BulkStarted", "started this"));
        feature.Contribute(new EventText("BulkGathered", "gathered its records"));
        feature.Contribute(new EventText("BulkFinished", "finished this"));
        feature.Contribute(new EventText("BulkCanceled", "asked this to stop"));
        feature.Contribute(new EventText("BulkContinued", "went on with this"));
    }
}
