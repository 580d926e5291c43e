using Helios.Core.Views.Pages;
using Helios.Core.Views.Queries;
using Helios.Kernel.Modules;
using Helios.Web.Components.Shell;
using Helios.Web.Pages;

namespace Helios.Core.Views;

/// <summary>The pinned views as places of the side bar, with the counts that are known.</summary>
public sealed class PinnedPlaces(ViewCounts counts, Registry registry)
{
    /// <summary>The places, and whether each has a count that holds. It asks the database for nothing that is kept in memory.</summary>
    /// <param name="request">The page, or the frame that comes after it.</param>
    /// <param name="current">The view that the page shows, or null.</param>
    public async ValueTask<(IReadOnlyList<NavigationItem> Items, bool AreCounted)> For(PageRequest request, string? current)
    {
        if (!request.Scope.Actor.Can(ViewsFeature.Own))
            return ([], true);
        List<NavigationItem> items = [];
        var areCounted = true;
        foreach (var view in ((await request.Ask(new ListViews())).Value?.Items ?? []).Where(view => view.IsPinned))
        {
            var count = counts.Peek(request.Scope, view);
            areCounted &= count is (_, true);
            items.Add(new NavigationItem(view.Name, registry.Kind(view.Kind)!.Icon, ViewPages.AddressOf(request, view))
            {
                CountText = count?.Count.ToString(),
                Current = current == view.View,
            });
        }

        return (items, areCounted);
    }
}
