using Helios.Core.Directory.People;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Watchers.Commands;

/// <summary>Stops watching an entity, or takes somebody off its watchers. Being mentioned or assigned begins it anew.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="User">Who is to watch it no more; the caller when left out.</param>
public sealed record UnwatchEntity([property: Target] EntityRef<Entity> Entity, EntityRef<User>? User = null) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<UnwatchEntity, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(UnwatchEntity command, CommandContext context)
        {
            var entity = command.Entity.Entity;
            var who = command.User?.Entity.Id ?? context.Actor.UserId;
            if (await db.Set<Watcher>().FirstOrDefaultAsync(row => row.EntityId == entity.Id && row.UserId == who, context.Stop) is not { } watcher)
                return Nothing.Instance;
            db.Remove(watcher);
            context.Tell(entity, WatcherEvents.Field, who, null);
            return Nothing.Instance;
        }
    }
}
