using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Directory.People.Commands;

/// <summary>Says that a person does not work here any more. Everything about him stays.</summary>
/// <param name="User">The person.</param>
public sealed record DeactivateUser([property: Target] EntityRef<User> User) : ICommand<UserChanged>
{
    public sealed class Handler : ICommandHandler<DeactivateUser, UserChanged>
    {
        public Task<Outcome<UserChanged>> Handle(DeactivateUser command, CommandContext context)
        {
            command.User.Entity.IsActive = false;
            return Task.FromResult<Outcome<UserChanged>>(UserChanged.Of(command.User.Entity));
        }
    }
}
