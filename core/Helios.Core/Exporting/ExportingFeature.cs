using Helios.Core.Exporting.Commands;
using Helios.Core.Exporting.Pages;
using Helios.Core.Exporting.Queries;
using Helios.Core.Timeline;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Exporting;

/// <summary>Every list as a file, filtered and sorted as its reader sees it.</summary>
public sealed class ExportingFeature : Feature
{
    /// <summary>Take lists along as files.</summary>
    public const string Export = "lists:export";

    /// <summary>Where a list has its files, below the organization and without the format.</summary>
    public static string PageOf(string kind) => $"/lists/{kind}/export";

    public override string Name => "exports";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission(Export, "Export lists as files: what they see, no more", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Query<ExportList>("lists.export", Export).Rest("GET /lists/{kind}/export");
        feature.Command<RecordExport>("lists.record_export", Export, "ListExported").Internal()
            .NoRest("It is a step of lists.export, which runs it before and after the file.").NotUndoable("What has left the house cannot be called back.");
        feature.Contribute(new ExportPages());
        feature.Contribute(new TagCells());
        feature.Contribute(new EventText("ListExported", "exported {exportedRows:new} rows: {exportedList}"));
        feature.Contribute(new EventText("ListExported", "began to export {exportedList}"));
        feature.Contribute(new FieldText("exportedList", "list") { IsInternal = true });
        feature.Contribute(new FieldText("exportedRows", "rows") { IsInternal = true });
    }
}
