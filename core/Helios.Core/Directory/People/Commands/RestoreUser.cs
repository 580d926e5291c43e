using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Directory.People.Commands;

/// <summary>Brings an archived person back into lists and choices.</summary>
/// <param name="User">The person.</param>
public sealed record RestoreUser([property: Target] EntityRef<User> User) : ICommand<UserChanged>
{
    public sealed class Handler : ICommandHandler<RestoreUser, UserChanged>
    {
        public Task<Outcome<UserChanged>> Handle(RestoreUser command, CommandContext context)
        {
            command.User.Entity.Restore();
            return Task.FromResult<Outcome<UserChanged>>(UserChanged.Of(command.User.Entity));
        }
    }
}
