using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Notifications.Commands;

/// <summary>Puts an entry of one's inbox away. Something new about the same record brings it back.</summary>
/// <param name="Entry">The entry.</param>
public sealed record ArchiveInboxEntry([property: Target] RowRef<InboxEntry> Entry) : ICommand<Nothing>
{
    public sealed class Handler : ICommandHandler<ArchiveInboxEntry, Nothing>
    {
        public Task<Outcome<Nothing>> Handle(ArchiveInboxEntry command, CommandContext context)
        {
            command.Entry.Row.Archive(context.Now);
            return Task.FromResult<Outcome<Nothing>>(Nothing.Instance);
        }
    }
}
