using Helios.Core.Links.Queries;
using Helios.Core.Tags.Queries;
using Helios.Core.Timeline.Queries;
using Helios.Kernel.Entities;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace Helios.Core.Panels;

/// <summary>The panels that stand on the page of every kind.</summary>
static class CommonPanels
{
    const int Latest = 20;

    /// <summary>What happened to the record.</summary>
    public static async Task<RenderFragment?> Timeline(PageRequest request, EntitySubject subject)
    {
        var told = await request.Ask(new GetTimeline(Reference(subject), Limit: Latest));
        return told.Succeeded ? TimelinePanel.Of<TimelinePanel>(new TimelineView(told.Value.Items, More(request, subject.Key, told.Value.Next), request.Now, request.Slug)) : null;
    }

    /// <summary>What the record is linked to.</summary>
    public static async Task<RenderFragment?> Links(PageRequest request, EntitySubject subject)
    {
        var links = await request.Ask(new ListLinks(Reference(subject)));
        var canWrite = request.Scope.Actor.Can("links:write");
        return links.Succeeded && (canWrite || links.Value.Items.Count > 0)
            ? LinksPanel.Of<LinksPanel>(new LinksView(subject, request.Address($"/entities/{subject.Key}/links"), links.Value.Items, canWrite))
            : null;
    }

    /// <summary>The record's tags.</summary>
    public static async Task<RenderFragment?> Tags(PageRequest request, EntitySubject subject)
    {
        var tags = await request.Ask(new ListEntityTags(Reference(subject)));
        return tags.Succeeded
            ? TagsPanel.Of<TagsPanel>(new TagsView(subject, request.Address($"/entities/{subject.Key}/tags"), tags.Value.Items, request.Scope.Actor.Can("tags:write")))
            : null;
    }

    /// <summary>The page of a timeline that begins at a cursor.</summary>
    internal static string? More(PageRequest request, string key, string? next) =>
        next is null ? null : request.Address($"/entities/{key}/timeline?after={Uri.EscapeDataString(next)}");


    static EntityRef<Entity> Reference(EntitySubject subject) => new(subject.Key);
}
