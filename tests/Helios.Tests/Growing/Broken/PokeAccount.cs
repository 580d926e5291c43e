using Helios.Core.Identity.Accounts;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Tests.Growing.Broken;

/// <summary>Names an account of any organization.</summary>
/// <param name="Account">The account.</param>
public sealed record PokeAccount([property: Target] RowRef<Account> Account) : ICommand<Nothing>
{
    public sealed class Handler : ICommandHandler<PokeAccount, Nothing>
    {
        public Task<Outcome<Nothing>> Handle(PokeAccount command, CommandContext context)
        {
            command.Account.Row.Name += "!";
            return Task.FromResult<Outcome<Nothing>>(Nothing.Instance);
        }
    }
}
