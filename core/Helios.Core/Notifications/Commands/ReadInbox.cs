using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Notifications.Commands;

/// <summary>Marks every entry of one's inbox as read.</summary>
public sealed record ReadInbox : ICommand<ReadInbox.Result>
{
    /// <summary>What it did.</summary>
    /// <param name="Count">How many entries it changed.</param>
    public sealed record Result(int Count);

    public sealed class Handler(HeliosDb db) : ICommandHandler<ReadInbox, Result>
    {
        public async Task<Outcome<Result>> Handle(ReadInbox command, CommandContext context)
        {
            var entries = await Inbox.Of(db, context.Actor).Where(entry => entry.IsUnread).AsTracking().ToListAsync(context.Stop);
            foreach (var entry in entries)
                entry.MarkRead(isRead: true);
            return new Result(entries.Count);
        }
    }
}
