using Helios.Core.Search;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Panels.Queries;

/// <summary>One entity of whatever kind: its key, title and page.</summary>
/// <param name="Entity">The entity, by key or id.</param>
public sealed record GetEntity([property: Target] EntityRef<Entity> Entity) : IQuery<EntityView>
{
    public sealed class Handler(HeliosDb db, Registry registry) : IQueryHandler<GetEntity, EntityView>
    {
        public async Task<Outcome<EntityView>> Handle(GetEntity query, QueryContext context)
        {
            var id = query.Entity.Entity.Id;
            var row = await db.Entities.FirstOrDefaultAsync(entity => entity.Id == id, context.Stop);
            return row is not null && EntityView.Of(registry, context.Scope, row) is { } view ? view : Problem.NotFound("record");
        }
    }
}
