using Helios.Kernel.Data;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Notifications;

/// <summary>The entries of one person.</summary>
static class Inbox
{
    /// <summary>Only one's own; of those, only what the reader's audience includes.</summary>
    public static IQueryable<InboxEntry> VisibleTo(this IQueryable<InboxEntry> entries, Actor actor)
    {
        var me = actor.UserId;
        var own = entries.Where(entry => entry.UserId == me);
        return actor.IsStaff ? own : own.Where(entry => entry.Audience == Kernel.Events.Audience.Requester);
    }

    /// <summary>Takes out of the inbox of somebody who is of the staff no more what only they may read: not even its number stays.</summary>
    public static async Task ForgetInternal(HeliosDb db, Guid user, CancellationToken stop) =>
        db.RemoveRange(await db.Set<InboxEntry>().Where(entry => entry.UserId == user && entry.Audience == Kernel.Events.Audience.Internal).ToListAsync(stop));

    /// <summary>The entries of the actor.</summary>
    public static IQueryable<InboxEntry> Of(HeliosDb db, Actor actor) => ((IQueryable<InboxEntry>)db.Set<InboxEntry>()).VisibleTo(actor);
}
