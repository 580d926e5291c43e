using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Notifications.Commands;

/// <summary>Puts every entry of one's inbox away.</summary>
public sealed record ArchiveInbox : ICommand<ArchiveInbox.Result>
{
    /// <summary>What it did.</summary>
    /// <param name="Count">How many entries it changed.</param>
    public sealed record Result(int Count);

    public sealed class Handler(HeliosDb db) : ICommandHandler<ArchiveInbox, Result>
    {
        public async Task<Outcome<Result>> Handle(ArchiveInbox command, CommandContext context)
        {
            var entries = await Inbox.Of(db, context.Actor).Where(entry => entry.ArchivedAt == null).AsTracking().ToListAsync(context.Stop);
            foreach (var entry in entries)
                entry.Archive(context.Now);
            return new Result(entries.Count);
        }
    }
}
