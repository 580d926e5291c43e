using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Secrets;

namespace Helios.Core.Secrets.Commands;

/// <summary>Destroys the keys with which nothing is sealed any more.</summary>
/// <param name="Purpose">Whose keys.</param>
public sealed record RetireSecretKeys(
    [property: AllowedValues(OrganizationSecret.Purpose, ErrorMessage = "There is no key for this purpose.")] string Purpose) : ICommand<RetireSecretKeys.Result>
{
    /// <summary>What was done.</summary>
    /// <param name="Retired">How many keys are gone.</param>
    public sealed record Result(int Retired);

    public sealed class Handler(HeliosDb db, SecretStore store) : ICommandHandler<RetireSecretKeys, Result>
    {
        public async Task<Outcome<Result>> Handle(RetireSecretKeys command, CommandContext context)
        {
            var retired = await store.RetireKeys(command.Purpose, context.Stop);
            await context.TellOfActor(db, "secretKeysRetired", null, retired);
            return new Result(retired);
        }
    }
}
