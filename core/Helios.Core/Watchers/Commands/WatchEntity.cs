using Helios.Core.Directory.People;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Watchers.Commands;

/// <summary>Watches an entity, or lets somebody else of the staff watch it: what happens to it reaches the inbox.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="User">Who is to watch it; the caller when left out.</param>
public sealed record WatchEntity([property: Target] EntityRef<Entity> Entity, EntityRef<User>? User = null) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<WatchEntity, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(WatchEntity command, CommandContext context)
        {
            var entity = command.Entity.Entity;
            if ((command.User?.Entity.Id ?? context.Actor.UserId) is not { } who)
                return Problem.Invalid("user", "Say who is to watch it: your account belongs to no person in this directory.");
            if (command.User?.Entity is { IsStaff: false } other)
                return Problem.Invalid("user", $"{other.Name} is not of the IT staff, who alone watch records.");
            if (await db.Set<Watcher>().FirstOrDefaultAsync(row => row.EntityId == entity.Id && row.UserId == who, context.Stop) is { } known)
            {
                known.Because = WatchReason.Watched;
                return Nothing.Instance;
            }

            db.Add(new Watcher { EntityId = entity.Id, UserId = who, Because = WatchReason.Watched, CreatedAt = context.Now });
            context.Tell(entity, WatcherEvents.Field, null, who);
            return Nothing.Instance;
        }
    }
}
