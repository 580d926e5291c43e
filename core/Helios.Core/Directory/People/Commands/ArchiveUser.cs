using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Directory.People.Commands;

/// <summary>Takes a person out of lists and choices. His page, tickets and history stay.</summary>
/// <param name="User">The person.</param>
public sealed record ArchiveUser([property: Target] EntityRef<User> User) : ICommand<UserChanged>
{
    public sealed class Handler : ICommandHandler<ArchiveUser, UserChanged>
    {
        public Task<Outcome<UserChanged>> Handle(ArchiveUser command, CommandContext context)
        {
            command.User.Entity.Archive(context.Now);
            return Task.FromResult<Outcome<UserChanged>>(UserChanged.Of(command.User.Entity));
        }
    }
}
