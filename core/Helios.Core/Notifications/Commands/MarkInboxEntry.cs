using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Notifications.Commands;

/// <summary>Marks an entry of one's inbox as read, or as unread to come back to it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Read">Whether it is read.</param>
public sealed record MarkInboxEntry([property: Target] RowRef<InboxEntry> Entry, bool Read = true) : ICommand<Nothing>
{
    public sealed class Handler : ICommandHandler<MarkInboxEntry, Nothing>
    {
        public Task<Outcome<Nothing>> Handle(MarkInboxEntry command, CommandContext context)
        {
            command.Entry.Row.MarkRead(command.Read);
            return Task.FromResult<Outcome<Nothing>>(Nothing.Instance);
        }
    }
}
