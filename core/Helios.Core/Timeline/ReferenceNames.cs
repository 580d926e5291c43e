using System.Collections.Frozen;
using System.Text.Json;
using Helios.Core.Search;
using Helios.Kernel.Data;
using Helios.Kernel.Events;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Kernel.Search;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Timeline;

/// <summary>The names of everything that the events of a page refer to, asked for once.</summary>
sealed class ReferenceNames(FrozenDictionary<Guid, EntityView> known, FrozenSet<Guid> visible)
{
    /// <summary>Looks up every id among the values of these events.</summary>
    public static async Task<ReferenceNames> Load(HeliosDb db, Registry registry, Scope scope, IEnumerable<EventBody> bodies, CancellationToken stop)
    {
        var ids = bodies.SelectMany(body => body.Changes).SelectMany(change => new[] { change.Old, change.New }).Select(IdIn).OfType<Guid>().ToHashSet();
        if (ids.Count == 0)
            return new ReferenceNames(FrozenDictionary<Guid, EntityView>.Empty, FrozenSet<Guid>.Empty);
        var rows = db.Entities.Where(row => ids.Contains(row.Id));
        var seen = rows.VisibleTo(scope.Actor).Select(row => row.Id);
        var found = await rows.Select(row => new { Row = row, IsVisible = seen.Contains(row.Id) }).ToListAsync(stop);
        return new ReferenceNames(
            found.Select(row => EntityView.Of(registry, scope, row.Row)).OfType<EntityView>().ToFrozenDictionary(view => view.Id),
            found.Where(row => row.IsVisible).Select(row => row.Row.Id).ToFrozenSet());
    }

    /// <summary>The id that a value is, or null.</summary>
    public static Guid? IdIn(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text && text.TryGetGuid(out var id) ? id : null;

    /// <summary>What an id refers to, for this reader.</summary>
    /// <param name="id">The id.</param>
    /// <param name="tellsName">Whether the name is told even where the page is closed.</param>
    public TimelineValue Of(Guid id, bool tellsName)
    {
        if (known.GetValueOrDefault(id) is not { } view)
            return new TimelineValue("something that is gone");
        if (visible.Contains(id))
            return new TimelineValue(view.Title, view.Key, view.Href);
        return new TimelineValue(tellsName ? view.Title : "something you can't see");
    }
}
