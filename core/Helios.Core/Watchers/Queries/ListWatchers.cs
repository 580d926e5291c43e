using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Watchers.Queries;

/// <summary>Who watches an entity, those first who began first.</summary>
/// <param name="Entity">The entity.</param>
public sealed record ListWatchers([property: Target] EntityRef<Entity> Entity) : IQuery<ListWatchers.Result>
{
    /// <summary>The watchers of an entity.</summary>
    /// <param name="Items">The watchers.</param>
    /// <param name="IsWatching">Whether the caller is one of them.</param>
    public sealed record Result(IReadOnlyList<WatcherView> Items, bool IsWatching);

    public sealed class Handler(HeliosDb db) : IQueryHandler<ListWatchers, Result>
    {
        public async Task<Outcome<Result>> Handle(ListWatchers query, QueryContext context)
        {
            var entity = query.Entity.Entity.Id;
            var found = await db.Set<Watcher>().Where(row => row.EntityId == entity)
                .Join(db.Entities, row => row.UserId, person => person.Id, (row, person) => new { row.CreatedAt, row.Because, person.Id, person.Key, person.Title })
                .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(context.Stop);
            return new Result(
                [.. found.Select(row => new WatcherView(row.Id, row.Key, row.Title, row.Because))],
                found.Exists(row => row.Id == context.Scope.Actor.UserId));
        }
    }
}
