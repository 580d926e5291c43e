using Helios.Core.Importing.Commands;
using Helios.Core.Importing.Pages;
using Helios.Core.Importing.Queries;
using Helios.Core.Timeline;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Importing;

/// <summary>Importing: files of records, whatever kinds features take.</summary>
public sealed class ImportingFeature : Feature
{
    const string Step = "It is a step of imports.start, which runs it with the rows of the uploaded file.";

    const string Work = "An import's own steps stay; what it wrote into records is taken back there.";

    public override string Name => "imports";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Table(ImportTables.Map);
        feature.Kind<Import>("import", prefix: "I", label: ("Import", "Imports"), icon: "import", page: "/imports/{key}").VisibleToStaff();
        feature.Permission("imports:read", "See imports and what became of their rows", Roles.Admin, Roles.ItStaff);
        feature.Permission("imports:write", "Import files", Roles.Admin, Roles.ItStaff);

        feature.Command<UploadImport>("imports.upload", "imports:write", "ImportUploaded").Internal().Rest("POST /imports").NotUndoable("Discard the import on its page instead.");
        feature.Command<ChooseImportColumns>("imports.choose_columns", "imports:write", "ImportColumnsChosen").Internal().Rest("PUT /imports/{import}/columns");
        feature.Command<StartImport>("imports.start", "imports:write", "ImportStarted").Internal().Rest("POST /imports/{import}/start").Inverse<ImportInverse>();
        feature.Command<CancelImport>("imports.cancel", "imports:write", "ImportCanceled").Internal().Rest("POST /imports/{import}/cancel").NotUndoable(Work);
        feature.Command<AdvanceImport>("imports.advance", "imports:write", "ImportAdvanced").Internal().NoRest(Step).NotUndoable(Work);
        feature.Command<RefuseImportRow>("imports.refuse_row", "imports:write", "ImportRowRefused").Internal().NoRest(Step).NotUndoable(Work);
        feature.Command<FinishImport>("imports.finish", "imports:write", "ImportFinished").Internal().NoRest(Step).NotUndoable(Work);
        feature.Query<GetImport>("imports.get", "imports:read").Rest("GET /imports/{import}");
        feature.Query<ListImportRows>("imports.rows", "imports:read").Rest("GET /imports/{import}/rows");
        feature.Query<ListPlannedRows>("imports.plan", "imports:write").Rest("GET /imports/{import}/plan");
        feature.Query<ExportRefusedRows>("imports.refused", "imports:read").Rest("GET /imports/{import}/refused");
        feature.Job<RunImport.Work, RunImport>(RunImport.Name, "Import a file");
        feature.Unique("import_row_pkey", ImportWords.RowField, ImportWords.RowIsDone);
        feature.Contribute(new ImportPages());
        feature.Contribute(new EventText("ImportUploaded", "uploaded this file"));
        feature.Contribute(new EventText("ImportColumnsChosen", "chose what the columns are"));
        feature.Contribute(new EventText("ImportStarted", "started this import"));
        feature.Contribute(new EventText("ImportFinished", "finished this import"));
    }
}
