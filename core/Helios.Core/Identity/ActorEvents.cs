using Helios.Core.Directory.People;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity;

/// <summary>Changes of what has no page (a setting, a password, a session) are told on the page of the person who made them.</summary>
public static class ActorEvents
{
    /// <summary>Tells it; Helios itself has no page, and its work is told by its job.</summary>
    public static Task TellOfActor(this CommandContext context, HeliosDb db, string field, object? old, object? now) => context.TellOfActor(db, (field, old, now));

    /// <summary>Tells several at once.</summary>
    public static async Task TellOfActor(this CommandContext context, HeliosDb db, params (string Field, object? Old, object? Now)[] changes)
    {
        if (await db.Set<User>().SingleOrDefaultAsync(user => user.Id == context.Actor.UserId, context.Stop) is { } me)
            foreach (var (field, old, now) in changes)
                context.Tell(me, field, old, now);
    }
}
