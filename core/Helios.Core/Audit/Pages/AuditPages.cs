using Helios.Core.Audit.Commands;
using Helios.Core.Audit.Queries;
using Helios.Core.Settings;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Web.Lists;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Audit.Pages;

/// <summary>Settings > Audit: what happened, the proof, the exports, the erasure.</summary>
public sealed class AuditPages : PageSet
{
    public const string Root = "/settings/audit";

    public override void Map(PageRoutes routes)
    {
        routes.Page(Root, AuditFeature.Read, Show);
        routes.Form<VerifyAuditChain, Nothing>(Root + "/verify", (request, _, _) => request.SeeOther(request.Address(Root)), Show);
        routes.Form<MakeCheckpoint, CheckpointView>(Root + "/checkpoints", (request, _, made) => request.SeeOther(request.Address(Root), $"Checkpoint of link {made.Seq} signed"), Show);
        routes.Form<ErasePersonalData, Nothing>(Root + "/erase", (request, _, _) => request.SeeOther(request.Address(Root), "The values are being erased"), Show);
        routes.Other(HttpMethods.Get, Root + "/events.csv", AuditFeature.Read, request => Task.FromResult<IResult>(new EventsFile(request, new CsvEvents())));
        routes.Other(HttpMethods.Get, Root + "/events.json", AuditFeature.Read, request => Task.FromResult<IResult>(new EventsFile(request, new JsonEvents())));
        routes.Other(HttpMethods.Get, Root + "/export", AuditFeature.Read, request => Task.FromResult<IResult>(new ChainFile(request)));
    }

    static async Task<IResult> Show(PageRequest request)
    {
        var list = ListAddress.Of(request) with { Path = request.Address(Root) };
        var events = await request.Ask(new ListEvents(list.Filter, list.After, Count: true));
        if (!events.Succeeded && events.Problem.Fields.Count == 0)
            return request.Refuse(events.Problem);
        if (!events.Succeeded && list.After is not null)
            return request.SeeOther(list.First);
        var audit = await request.Ask(new GetAudit());
        if (!audit.Succeeded)
            return request.Refuse(audit.Problem);
        // Without a script nothing tells the page that the work went on.
        if (audit.Value is { Verification.IsAtWork: true } or { Erasure.IsAtWork: true })
            request.Http.Response.Headers["Refresh"] = "3";
        return await request.Show<AuditPage, AuditView>(new AuditView(
            SettingsTabs.For(request), list, events.Value ?? new ListPage<EventView>([], null), events.Problem?.Text, audit.Value, request.Scope.Actor.Can(AuditFeature.Erase), request.Now));
    }
}
