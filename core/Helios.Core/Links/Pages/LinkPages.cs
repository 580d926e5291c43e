using Helios.Core.Links.Commands;
using Helios.Core.Links.Queries;
using Helios.Core.Panels.Queries;
using Helios.Core.Settings;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Links.Pages;

/// <summary>The links of a record of any kind, their graph, and the settings of relations. Every form about a record leads back to its page.</summary>
public sealed class LinkPages : PageSet
{
    /// <summary>The relations in the settings.</summary>
    public const string Settings = "/settings/relations";

    const string Links = "/entities/{entity}/links";
    const string One = Links + "/{link}";

    public override void Map(PageRoutes routes)
    {
        routes.Page(Links, LinksFeature.Write, ShowNew);
        routes.Form<AddLink, AddLink.Result>(Links, (request, _, _) => Back(request, "Linked"), ShowNew);
        routes.Page(One, LinksFeature.Write, ShowOne);
        routes.Form<UpdateLink, Nothing>(One, (request, _, _) => Back(request, "Link saved"), ShowOne);
        routes.Form<EndLink, Nothing>(One + "/end", (request, _, _) => Back(request, "Link ended"), ShowOne);
        routes.Form<RemoveLink, Nothing>(One + "/remove", (request, _, _) => Back(request, "Link removed"));
        routes.Page("/entities/{entity}/graph", LinksFeature.Read, ShowGraph);
        routes.Page(Settings, LinksFeature.Manage, ShowRelations);
        routes.Form<AddRelationType, RelationTypeChanged>(Settings, (request, command, _) => request.SeeOther(request.Address(Settings), $"“{command.Forward}” added"), ShowRelations);
        routes.Page(Settings + "/{relation}", LinksFeature.Manage, ShowRelations);
        routes.Form<UpdateRelationType, RelationTypeChanged>(Settings + "/{relation}", (request, _, _) => request.SeeOther(request.Address(Settings), "Relation saved"), ShowRelations);
        routes.Form<ArchiveRelationType, RelationTypeChanged>(Settings + "/{relation}/archive", (request, _, _) => request.SeeOther(request.Address(Settings), "Relation archived"), ShowRelations);
        routes.Form<RestoreRelationType, RelationTypeChanged>(Settings + "/{relation}/restore", (request, _, _) => request.SeeOther(request.Address(Settings), "Relation restored"), ShowRelations);
    }

    /// <summary>What a record is linked to, for its page.</summary>
    public static async Task<RenderFragment?> Panel(PageRequest request, EntitySubject subject)
    {
        var links = await request.Ask(new ListLinks(new EntityRef<Entity>(subject.Key)));
        var canWrite = request.Scope.Actor.Can(LinksFeature.Write) && !request.IsPeek;
        return links.Succeeded && (canWrite || links.Value.Items.Count > 0)
            ? LinksPanel.Of<LinksPanel>(new LinksView(subject, request.Address($"/entities/{subject.Key}"), links.Value.Items, canWrite))
            : null;
    }

    static async Task<IResult> ShowNew(PageRequest request)
    {
        var found = await request.Ask(new GetEntity(EntityOf(request)));
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        var relations = await request.Ask(new ListRelations());
        return await request.Show<LinkPage, LinkFormView>(relations.Map(known =>
            new LinkFormView(found.Value, LinkChoice.Of(known.Items.Select(item => item.Relation()), found.Value.Kind))));
    }

    static async Task<IResult> ShowOne(PageRequest request)
    {
        var found = await request.Ask(new GetEntity(EntityOf(request)));
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        foreach (var ended in new[] { false, true })
            if ((await request.Ask(new ListLinks(EntityOf(request), ended))).Value?.Items.FirstOrDefault(link => link.Id.ToString() == request.Route("link")) is { } link)
                return await request.Show<LinkEditPage, LinkEditView>(new LinkEditView(found.Value, link, ended));
        return request.Refuse(Problem.NotFound("link"));
    }

    static async Task<IResult> ShowGraph(PageRequest request)
    {
        var tab = request.Query("show") is "list" or "ended" ? request.Query("show")! : "graph";
        var graph = await request.Ask(new GetLinkGraph(EntityOf(request)));
        var ended = tab == "ended" ? (await request.Ask(new ListLinks(EntityOf(request), Ended: true))).Value?.Items : null;
        return await request.Show<GraphPage, GraphView>(graph.Map(found => new GraphView(tab, found, ended ?? [], request.Scope.Actor.Can(LinksFeature.Write))));
    }

    static async Task<IResult> ShowRelations(PageRequest request)
    {
        var found = await request.Ask(new ListRelations(Archived: true));
        var edited = request.Http.Request.RouteValues["relation"] is string id && !request.Path.EndsWith("/archive", StringComparison.Ordinal) && !request.Path.EndsWith("/restore", StringComparison.Ordinal)
            ? found.Value?.Items.FirstOrDefault(relation => relation.Id?.ToString() == id)
            : null;
        if (request.Http.Request.RouteValues.ContainsKey("relation") && edited is null && HttpMethods.IsGet(request.Http.Request.Method))
            return request.Refuse(Problem.NotFound("relation"));
        var registry = request.Registry;
        return await request.Show<RelationsPage, RelationsView>(found.Map(known => new RelationsView(
            SettingsTabs.For(request), known.Items, [.. registry.Kinds.Where(kind => !request.Scope.Organization!.ModulesOff.Contains(kind.Module.Id))], edited)));
    }

    /// <summary>By its key alone, since the form does not know the record's kind.</summary>
    static IResult Back(PageRequest request, string toast) => request.SeeOther(request.Address($"/entities/{request.Route("entity")}"), toast);

    static EntityRef<Entity> EntityOf(PageRequest request) => new(request.Route("entity"));
}
