using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Tags.Queries;

/// <summary>The tags of an entity, by name.</summary>
/// <param name="Entity">The entity.</param>
public sealed record ListEntityTags([property: Target] EntityRef<Entity> Entity) : IQuery<ListEntityTags.Result>
{
    /// <summary>The tags of an entity.</summary>
    /// <param name="Items">The tags, by name.</param>
    public sealed record Result(IReadOnlyList<TagView> Items);

    public sealed class Handler(HeliosDb db) : IQueryHandler<ListEntityTags, Result>
    {
        public async Task<Outcome<Result>> Handle(ListEntityTags query, QueryContext context)
        {
            var entity = query.Entity.Entity.Id;
            var tags = await db.Set<EntityTag>()
                .Where(tag => tag.EntityId == entity)
                .Join(db.Set<Tag>(), row => row.Tag, tag => tag.Key, (row, tag) => tag)
                .ToListAsync(context.Stop);
            return new Result([.. tags.OrderBy(tag => tag.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(tag => tag.Key, StringComparer.Ordinal).Select(TagView.Of)]);
        }
    }
}
