using Helios.Core.Panels.Queries;
using Helios.Core.Tags;
using Helios.Core.Timeline.Queries;
using Helios.Core.Watchers;
using Helios.Kernel.Entities;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace Helios.Core.Panels;

/// <summary>What stands on the page of every kind: tags, watchers, timeline.</summary>
static class CommonPanels
{
    const int Latest = 20;

    /// <summary>What happened to the record.</summary>
    public static async Task<RenderFragment?> Timeline(PageRequest request, EntitySubject subject)
    {
        var told = await request.Ask(new GetTimeline(Reference(subject), Limit: Latest));
        return told.Succeeded ? TimelinePanel.Of<TimelinePanel>(new TimelineView(told.Value.Items, More(request, subject.Key, told.Value.Next), request.Now, request.Slug)) : null;
    }

    /// <summary>The record's tags and watchers.</summary>
    public static async Task<RenderFragment?> Marks(PageRequest request, EntitySubject subject)
    {
        var marks = await request.Ask(new GetMarks(Reference(subject)));
        var actor = request.Scope.Actor;
        return marks.Succeeded
            ? MarksPanel.Of<MarksPanel>(new MarksView(subject, request.Address($"/entities/{subject.Key}"), request.Address("/tags/find"), marks.Value.Tags, marks.Value.Watchers)
            {
                CanTag = actor.Can(TagsFeature.Write) && !request.IsPeek,
                CanWatch = actor.Can(WatchersFeature.Write) && !request.IsPeek,
                Me = actor.UserId,
            })
            : null;
    }

    /// <summary>The page of a timeline that begins at a cursor.</summary>
    internal static string? More(PageRequest request, string key, string? next) =>
        next is null ? null : request.Address($"/entities/{key}/timeline?after={Uri.EscapeDataString(next)}");

    static EntityRef<Entity> Reference(EntitySubject subject) => new(subject.Key);
}
