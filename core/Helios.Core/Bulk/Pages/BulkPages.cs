using System.Globalization;
using Helios.Core.Bulk.Commands;
using Helios.Core.Bulk.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Labeling;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Helios.Core.Bulk.Pages;

/// <summary>The pages of bulk changes: what is asked before, and what becomes of the records.</summary>
public sealed class BulkPages : PageSet
{
    /// <summary>Below it every bulk change has its page.</summary>
    public const string Root = "/bulk";

    const string One = Root + "/{bulk}";

    public override void Map(PageRoutes routes)
    {
        routes.Page(BulkActs.New, BulkFeature.Permission, request => Ask(request, name => request.Http.Request.Query[name]));
        routes.Form<StartBulk, BulkChanged>(Root, (request, _, made) => request.SeeOther(AddressOf(request, made)), request => Ask(request, name => request.Http.Request.Form[name]));
        routes.Page(One, BulkFeature.Permission, ShowOne);
        routes.Form<CancelBulk, BulkChanged>(One + "/cancel", (request, _, bulk) => request.SeeOther(AddressOf(request, bulk)), ShowOne);
        routes.Form<ContinueBulk, BulkChanged>(One + "/continue", (request, _, bulk) => request.SeeOther(AddressOf(request, bulk)), ShowOne);
    }

    static string AddressOf(PageRequest request, BulkChanged bulk) => request.Address($"{Root}/{bulk.Key}");

    /// <summary>What the chosen act asks for, with the count of records that it takes.</summary>
    static async Task<IResult> Ask(PageRequest request, Func<string, StringValues> sent)
    {
        var registry = request.Registry;
        if (registry.Kind(sent("kind").ToString()) is not { } kind
            || BulkActs.For(request, kind.Name).FirstOrDefault(act => act.Command == sent("command").ToString()) is not { } act)
            return sent("kind").Count == 0 ? request.SeeOther(request.Address("/")) : request.Refuse(Problem.NotFound("act for many records"));
        var list = request.Address(kind.Page[..kind.Page.LastIndexOf('/')]);
        string[] targets = [.. sent("targets").OfType<string>().Where(target => target.Length > 0)];
        var filter = sent("all").Count > 0 ? sent("q").ToString() : sent("filter") is [var posted] ? posted : null;
        if (filter is null)
            return targets.Length == 0 ? request.SeeOther(list) : await Show(request, new NewBulkView(kind.Name, request.Labels.Kind(kind.Name), act, targets, null, targets.Length, IsTooMany: false, list));
        var count = await request.Ask(new CountBulk(kind.Name, filter));
        return count.Succeeded ? await Show(request, new NewBulkView(kind.Name, request.Labels.Kind(kind.Name), act, [], filter, count.Value.Rows, count.Value.IsTooMany, list)) : request.Refuse(count.Problem);
    }

    static Task<IResult> Show(PageRequest request, NewBulkView view) => request.Show<NewBulkPage, NewBulkView>(view);

    static async Task<IResult> ShowOne(PageRequest request)
    {
        var reference = new EntityRef<BulkChange>(request.Route("bulk"));
        var found = await request.Ask(new GetBulk(reference));
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        var after = int.TryParse(request.Query("after"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var outcome = request.Query("outcome");
        var rows = await request.Ask(new ListBulkRows(reference, outcome, after, Limit: 100));
        if (!rows.Succeeded)
            return request.Refuse(rows.Problem);
        var bulk = found.Value;
        // Without a script nothing tells the page that it moved on.
        if (bulk.State is BulkState.Running or BulkState.Canceling)
            request.Http.Response.Headers["Refresh"] = "5";
        var kind = request.Registry.Kind(bulk.Kind);
        var canUndo = bulk is { State: BulkState.Done or BulkState.Canceled, Counts.Done: > 0, UndoneBy: null, Run: not null } && request.Scope.Actor.Can(Kernel.Undo.Undoing.Permission);
        return await request.Show<BulkPage, BulkView>(new BulkView(
            bulk, kind is null ? Label.Stock("Record", "Records") : request.Labels.Kind(kind.Name), request.Address(kind is null ? "/" : kind.Page[..kind.Page.LastIndexOf('/')]), rows.Value.Items, outcome, rows.Value.Next, canUndo, request.Now));
    }
}
