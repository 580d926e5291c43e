using Helios.Core.Views.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Views;

/// <summary>The views that somebody sees, in his order: those that lists bring along and those that are kept.</summary>
public sealed class ViewList(HeliosDb db, Registry registry)
{
    /// <summary>The views of one list; none where the actor may not ask it.</summary>
    public async Task<IReadOnlyList<ViewRow>> Of(string kind, Scope scope, CancellationToken stop) =>
        [.. (await All(scope, stop)).Where(view => view.Kind == kind)];

    /// <summary>The views of every list that the actor may ask: two statements, however many there are.</summary>
    public async Task<IReadOnlyList<ViewRow>> All(Scope scope, CancellationToken stop)
    {
        var account = scope.Actor.AccountId ?? Guid.Empty;
        var saved = await ViewAudience.Visible(db.Set<SavedView>().AsNoTracking(), scope.Actor)
            .Where(view => view.DeletedAt == null).OrderBy(view => view.Id).ToListAsync(stop);
        var places = await db.Set<ViewPlace>().AsNoTracking().Where(place => place.AccountId == account).ToListAsync(stop);
        var placed = places.ToDictionary(place => (place.Kind, place.View));
        // A list without a page of its own has nothing to show a view on.
        var pages = registry.Contributions<EntityList>().Select(list => list.Value.Kind).ToHashSet(StringComparer.Ordinal);
        List<ViewRow> all = [];
        foreach (var kind in registry.Kinds)
        {
            if (!pages.Contains(kind.Name) || registry.List(kind.Name, scope) is not { } list)
                continue;
            var views = Stock(list, kind.Name, scope.Actor)
                .Concat(saved.Where(view => view.Kind == kind.Name).Select(view => ViewRow.Of(view, ViewRules.MayChange(view, scope.Actor))))
                .Select(view => (View: view, Place: placed.GetValueOrDefault((kind.Name, view.View)))).ToList();
            // Whoever chose none opens the list with the view that the list itself puts first.
            var first = views.Any(view => view.Place?.IsDefault == true) ? null : list.Views.FirstOrDefault(view => view.IsFirst && Suits(view, scope.Actor))?.Name;
            all.AddRange(views
                .OrderBy(view => view.Place?.Position ?? int.MaxValue)
                .Select(view => view.View with { IsPinned = view.Place?.IsPinned == true, IsDefault = view.Place?.IsDefault == true || view.View.View == first }));
        }

        return all;
    }

    static IEnumerable<ViewRow> Stock(ListDeclaration list, string kind, Actor actor) => list.Views
        .Where(view => Suits(view, actor))
        .Select(view => new ViewRow(view.Name, kind, view.Label, view.Filter, view.Sort, [], "table", ViewAudience.Everybody) { IsStock = true });

    static bool Suits(StockView view, Actor actor) => view.ForStaff is not { } forStaff || forStaff == actor.IsStaff;
}
