using Helios.Core.Tags;
using Helios.Core.Watchers;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Panels.Queries;

/// <summary>The tags and the watchers of an entity, in one statement: every page of a record asks for both.</summary>
/// <param name="Entity">The entity.</param>
public sealed record GetMarks([property: Target] EntityRef<Entity> Entity) : IQuery<GetMarks.Result>
{
    /// <summary>What marks an entity.</summary>
    /// <param name="Tags">Its tags, by name.</param>
    /// <param name="Watchers">Its watchers, by name.</param>
    public sealed record Result(IReadOnlyList<TagView> Tags, IReadOnlyList<WatcherView> Watchers);

    public sealed class Handler(HeliosDb db) : IQueryHandler<GetMarks, Result>
    {
        public async Task<Outcome<Result>> Handle(GetMarks query, QueryContext context)
        {
            var entity = query.Entity.Entity.Id;
            var tags = db.Set<EntityTag>().Where(row => row.EntityId == entity)
                .Join(db.Set<Tag>(), row => row.Tag, tag => tag.Key, (row, tag) => new { IsTag = true, Id = row.EntityId, tag.Key, tag.Name, Detail = tag.Color });
            var watchers = db.Set<Watcher>().Where(row => row.EntityId == entity)
                .Join(db.Entities, row => row.UserId, person => person.Id, (row, person) => new { IsTag = false, person.Id, person.Key, Name = person.Title, Detail = row.Because });
            var found = (await tags.Concat(watchers).ToListAsync(context.Stop)).OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(row => row.Key, StringComparer.Ordinal).ToList();
            return new Result(
                [.. found.Where(row => row.IsTag).Select(row => new TagView(row.Key, row.Name, row.Detail))],
                [.. found.Where(row => !row.IsTag).Select(row => new WatcherView(row.Id, row.Key, row.Name, row.Detail))]);
        }
    }
}
