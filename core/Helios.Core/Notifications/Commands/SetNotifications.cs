using System.ComponentModel.DataAnnotations;
using Helios.Core.Watchers;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Notifications.Commands;

/// <summary>Chooses what reaches one's inbox, and what one watches by oneself.</summary>
/// <param name="Inbox">The reasons for which something reaches the inbox: mentioned, assigned, requester, watching.</param>
/// <param name="Watch">What makes one watch a record: created, assigned, commented, mentioned.</param>
public sealed record SetNotifications([property: MaxLength(20)] string[]? Inbox = null, [property: MaxLength(20)] string[]? Watch = null) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<SetNotifications, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(SetNotifications command, CommandContext context)
        {
            if (context.Actor.UserId is not { } me)
                return Problem.Conflict("inbox.settings.nobody", "Your account belongs to nobody in this directory, so it has no inbox.");
            var (inbox, watch) = (command.Inbox ?? [], command.Watch ?? []);
            foreach (var (field, given, known) in new[] { ("inbox", inbox, Reason.All), ("watch", watch, WatchReason.Automatic) })
                if (given.FirstOrDefault(reason => !known.Contains(reason, StringComparer.Ordinal)) is { } unknown)
                    return Problem.Invalid(field, $"There is no reason “{unknown}”. Take {string.Join(", ", known)}.");
            var setting = await db.Set<NotificationSetting>().FirstOrDefaultAsync(row => row.UserId == me, context.Stop);
            if (setting is null)
                db.Add(setting = new NotificationSetting { UserId = me });
            setting.InboxOff = [.. Reason.All.Except(inbox, StringComparer.Ordinal)];
            setting.WatchOff = [.. WatchReason.Automatic.Except(watch, StringComparer.Ordinal)];
            return Nothing.Instance;
        }
    }
}
