using Helios.Core.Search;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Search;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Notifications.Queries;

/// <summary>What an entry of the caller's inbox is about.</summary>
/// <param name="Entry">The entry.</param>
public sealed record GetInboxEntry([property: Target] RowRef<InboxEntry> Entry) : IQuery<EntityView>
{
    public sealed class Handler(HeliosDb db, Registry registry) : IQueryHandler<GetInboxEntry, EntityView>
    {
        public async Task<Outcome<EntityView>> Handle(GetInboxEntry query, QueryContext context)
        {
            var id = query.Entry.Row.EntityId;
            var row = await db.Entities.VisibleTo(context.Scope.Actor).FirstOrDefaultAsync(entity => entity.Id == id, context.Stop);
            return row is not null && EntityView.Of(registry, context.Scope, row) is { } view ? view : Problem.NotFound("record");
        }
    }
}
