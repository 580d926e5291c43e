using Helios.Kernel.Undo;
using System.Globalization;
using System.Text;
using Helios.Core.Importing.Commands;
using Helios.Core.Importing.Queries;
using Helios.Kernel.Entities;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Importing.Pages;

/// <summary>The pages of imports.</summary>
public sealed class ImportPages : PageSet
{
    /// <summary>Where a file of any kind is chosen, with the kind behind.</summary>
    public const string New = "/imports/new";

    const string One = "/imports/{import}";

    public override void Map(PageRoutes routes)
    {
        routes.Form<UploadImport, ImportChanged>("/imports", (request, _, made) => request.SeeOther(AddressOf(request, made)), ShowRefused);
        routes.Page(New + "/{kind}", "imports:write", request => ImportUpload.Show(request, request.Route("kind")));
        routes.Page(One, "imports:read", ShowOne);
        routes.Form<ChooseImportColumns, ImportChanged>(One + "/columns", (request, _, made) => request.SeeOther(AddressOf(request, made), "Columns read again"), ShowOne);
        routes.Form<StartImport, ImportChanged>(One + "/start", (request, _, made) => request.SeeOther(AddressOf(request, made)), ShowOne);
        routes.Form<CancelImport, ImportChanged>(One + "/cancel", (request, _, made) => request.SeeOther(AddressOf(request, made)), ShowOne);
        routes.Other(HttpMethods.Get, One + "/refused.csv", "imports:read", Download);
    }

    static string AddressOf(PageRequest request, ImportChanged import) => request.Address($"/imports/{import.Key}");

    static Task<IResult> ShowRefused(PageRequest request) => ImportUpload.Show(request, request.Form.Values?.GetValueOrDefault("target") ?? "");

    static async Task<IResult> ShowOne(PageRequest request)
    {
        var reference = new EntityRef<Import>(request.Route("import"));
        var found = await request.Ask(new GetImport(reference));
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        var import = found.Value;
        var outcome = request.Query("outcome");
        var rows = new ListImportRows.Result([], null);
        IReadOnlyList<PlannedRow> planned = import.Preview;
        int? next = import.Preview.Count > 0 && import.Preview.Count < import.Rows ? import.Preview[^1].Number : null;
        var after = int.TryParse(request.Query("after"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (import.State is ImportState.Draft && after > 0 && import.Missing is null)
        {
            var more = await request.Ask(new ListPlannedRows(reference, after));
            if (!more.Succeeded)
                return request.Refuse(more.Problem);
            (planned, next) = (more.Value.Items, more.Value.Next);
        }
        else if (import.State is not ImportState.Draft)
        {
            var listed = await request.Ask(new ListImportRows(reference, outcome, after, Limit: 100));
            if (!listed.Succeeded)
                return request.Refuse(listed.Problem);
            rows = listed.Value;
            next = rows.Next;
        }

        // Without a script nothing tells the page that it moved on.
        if (import.State is ImportState.Running or ImportState.Canceling)
            request.Http.Response.Headers["Refresh"] = "5";
        return await request.Show<ImportPage, ImportView>(new ImportView(import, rows.Items, outcome, next, request.Scope.Actor.Can("imports:write"), request.Now)
        {
            Planned = planned,
            CanUndo = request.Scope.Actor.Can("imports:write") && request.Scope.Actor.Can(Undoing.Permission),
        });
    }

    static async Task<IResult> Download(PageRequest request)
    {
        var file = await request.Ask(new ExportRefusedRows(new EntityRef<Import>(request.Route("import"))));
        // Spreadsheets take UTF-8 for an old encoding unless the file begins with a mark.
        return file.Succeeded
            ? Results.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(file.Value.Text)], "text/csv; charset=utf-8", file.Value.FileName)
            : request.Refuse(file.Problem);
    }
}
