using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Kernel.Secrets;

namespace Helios.Core.Secrets.Commands;

/// <summary>Replaces the value of a secret; the value before is gone.</summary>
/// <param name="Secret">The secret.</param>
/// <param name="Value">The new value.</param>
public sealed record ReplaceSecret(
    [property: Target] EntityRef<OrganizationSecret> Secret,
    [property: Secret, Required(ErrorMessage = SecretLimits.ValueText), StringLength(SecretLimits.Value, MinimumLength = 1, ErrorMessage = SecretLimits.ValueText)] string Value) : ICommand<SecretChanged>
{
    public sealed class Handler(SecretStore store) : ICommandHandler<ReplaceSecret, SecretChanged>
    {
        public async Task<Outcome<SecretChanged>> Handle(ReplaceSecret command, CommandContext context)
        {
            var secret = command.Secret.Entity;
            if (secret.Sealed is null)
                return SecretProblems.Deleted(secret);
            secret.ReplacedAt = context.Now;
            await store.Seal(secret, command.Value, context.Stop);
            return SecretChanged.Of(secret);
        }
    }
}
