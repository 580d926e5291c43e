using Helios.Core.Watchers;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Notifications.Queries;

/// <summary>What reaches the caller's inbox, and what he watches by himself.</summary>
public sealed record GetNotifications : IQuery<GetNotifications.Result>
{
    /// <summary>The choice.</summary>
    /// <param name="Inbox">The reasons for which something reaches the inbox.</param>
    /// <param name="Watch">What makes him watch a record.</param>
    public sealed record Result(IReadOnlyList<string> Inbox, IReadOnlyList<string> Watch);

    public sealed class Handler(HeliosDb db) : IQueryHandler<GetNotifications, Result>
    {
        public async Task<Outcome<Result>> Handle(GetNotifications query, QueryContext context)
        {
            var me = context.Scope.Actor.UserId;
            var setting = await db.Set<NotificationSetting>().FirstOrDefaultAsync(row => row.UserId == me, context.Stop);
            return new Result(
                [.. Reason.All.Except(setting?.InboxOff ?? [], StringComparer.Ordinal)],
                [.. WatchReason.Automatic.Except(setting?.WatchOff ?? [], StringComparer.Ordinal)]);
        }
    }
}
