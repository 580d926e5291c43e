using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Directory.People.Commands;

/// <summary>Says that a person works here again.</summary>
/// <param name="User">The person.</param>
public sealed record ReactivateUser([property: Target] EntityRef<User> User) : ICommand<UserChanged>
{
    public sealed class Handler : ICommandHandler<ReactivateUser, UserChanged>
    {
        public Task<Outcome<UserChanged>> Handle(ReactivateUser command, CommandContext context)
        {
            command.User.Entity.IsActive = true;
            return Task.FromResult<Outcome<UserChanged>>(UserChanged.Of(command.User.Entity));
        }
    }
}
