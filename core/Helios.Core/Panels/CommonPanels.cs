using Helios.Core.Timeline.Queries;
using Helios.Kernel.Entities;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace Helios.Core.Panels;

/// <summary>The timeline that stands on the page of every kind.</summary>
static class CommonPanels
{
    const int Latest = 20;

    /// <summary>What happened to the record.</summary>
    public static async Task<RenderFragment?> Timeline(PageRequest request, EntitySubject subject)
    {
        var told = await request.Ask(new GetTimeline(Reference(subject), Limit: Latest));
        return told.Succeeded ? TimelinePanel.Of<TimelinePanel>(new TimelineView(told.Value.Items, More(request, subject.Key, told.Value.Next), request.Now)) : null;
    }

    /// <summary>The page of a timeline that begins at a cursor.</summary>
    internal static string? More(PageRequest request, string key, string? next) =>
        next is null ? null : request.Address($"/entities/{key}/timeline?after={Uri.EscapeDataString(next)}");

    static EntityRef<Entity> Reference(EntitySubject subject) => new(subject.Key);
}
