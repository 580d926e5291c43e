using Helios.Core.Links;
using Helios.Core.Links.Commands;
using Helios.Core.Panels.Queries;
using Helios.Core.Search;
using Helios.Core.Tags;
using Helios.Core.Tags.Commands;
using Helios.Core.Timeline.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Core.Panels;

/// <summary>Links, tags and timeline of a record of any kind. Every form leads back to the record's page.</summary>
public sealed class PanelPages : PageSet
{
    const string Links = "/entities/{entity}/links";
    const string Tags = "/entities/{entity}/tags";

    public override void Map(PageRoutes routes)
    {
        routes.Page("/entities/{entity}", "search:use", Lead);
        routes.Page("/entities/{entity}/timeline", "timeline:read", ShowTimeline);
        routes.Page(Links, "links:write", Show<LinkPage>);
        routes.Form<AddLink, AddLink.Result>(Links, (request, _, _) => Back(request, "Linked"), Show<LinkPage>);
        routes.Form<RemoveLink, Nothing>(Links + "/{link}/remove", (request, _, _) => Back(request, "Link removed"));
        routes.Page(Tags, "tags:write", Show<TagPage>);
        routes.Form<AddTag, TagView>(Tags, (request, _, tag) => Back(request, $"Tagged {tag.Name}"), Show<TagPage>);
        routes.Form<RemoveTag, Nothing>(Tags + "/{tag}/remove", (request, _, _) => Back(request, "Tag removed"));
    }

    /// <summary>To the page of whatever it is.</summary>
    static async Task<IResult> Lead(PageRequest request)
    {
        var found = await request.Ask(new GetEntity(EntityOf(request)));
        return found.Succeeded ? request.SeeOther(found.Value.Href) : request.Refuse(found.Problem);
    }

    static async Task<IResult> Show<TPage>(PageRequest request)
        where TPage : HeliosPage<EntityFormView>
    {
        var found = await request.Ask(new GetEntity(EntityOf(request)));
        var registry = request.Http.RequestServices.GetRequiredService<Registry>();
        return await request.Show<TPage, EntityFormView>(found.Map(entity => new EntityFormView(
            entity.Key, entity.Title, entity.Href, [.. registry.Contributions<Relation>().Select(relation => (relation.Value.Name, relation.Value.Forward))])));
    }

    static async Task<IResult> ShowTimeline(PageRequest request)
    {
        var found = await request.Ask(new GetEntity(EntityOf(request)));
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        var told = await request.Ask(new GetTimeline(EntityOf(request), request.Query("after")));
        return await request.Show<TimelinePage, TimelinePageView>(told.Map(page => ViewOf(request, found.Value, page)));
    }

    static TimelinePageView ViewOf(PageRequest request, EntityView entity, GetTimeline.Result page) => new(
        entity.Kind, entity.Id, entity.Key, entity.Title, entity.Href,
        new TimelineView(page.Items, CommonPanels.More(request, entity.Key, page.Next), request.Now, request.Slug));

    /// <summary>By its key alone, since the form does not know the record's kind.</summary>
    static IResult Back(PageRequest request, string toast) => request.SeeOther(request.Address($"/entities/{request.Route("entity")}"), toast);

    static EntityRef<Entity> EntityOf(PageRequest request) => new(request.Route("entity"));
}
