using Helios.Core.Panels.Queries;
using Helios.Core.Search;
using Helios.Core.Timeline.Queries;
using Helios.Kernel.Entities;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Panels;

/// <summary>The way to a record of any kind, and its whole timeline.</summary>
public sealed class PanelPages : PageSet
{
    public override void Map(PageRoutes routes)
    {
        routes.Page("/entities/{entity}", "search:use", Lead);
        routes.Page("/entities/{entity}/timeline", "timeline:read", ShowTimeline);
    }

    /// <summary>To the page of whatever it is.</summary>
    static async Task<IResult> Lead(PageRequest request)
    {
        var found = await request.Ask(new GetEntity(EntityOf(request)));
        return found.Succeeded ? request.SeeOther(found.Value.Href) : request.Refuse(found.Problem);
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

    static EntityRef<Entity> EntityOf(PageRequest request) => new(request.Route("entity"));
}
