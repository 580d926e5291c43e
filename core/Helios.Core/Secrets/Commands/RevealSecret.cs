using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Kernel.Secrets;

namespace Helios.Core.Secrets.Commands;

/// <summary>Shows the value of a secret. That it was shown, to whom and why is on record before the value leaves.</summary>
/// <param name="Secret">The secret.</param>
/// <param name="Reason">Why it is needed.</param>
public sealed record RevealSecret(
    [property: Target] EntityRef<OrganizationSecret> Secret,
    [property: Required(ErrorMessage = SecretLimits.ReasonText), StringLength(SecretLimits.Reason, MinimumLength = SecretLimits.ShortestReason, ErrorMessage = SecretLimits.ReasonText)] string Reason) : ICommand<RevealSecret.Result>
{
    /// <summary>The secret, opened.</summary>
    /// <param name="Name">What people call it.</param>
    /// <param name="Value">The secret itself. Keep it nowhere.</param>
    public sealed record Result(string Name, [property: Secret] string Value);

    public sealed class Handler(SecretStore store) : ICommandHandler<RevealSecret, Result>
    {
        public async Task<Outcome<Result>> Handle(RevealSecret command, CommandContext context)
        {
            var secret = command.Secret.Entity;
            if (await store.Open(secret, context.Stop) is not { } value)
                return SecretProblems.Deleted(secret);
            context.Why = command.Reason.Trim();
            context.Tell(secret, "value", old: null, "revealed");
            // A dry run leaves no event, so nothing leaves with it.
            return new Result(secret.Name, context.IsDryRun ? SealedText.Mask : value);
        }
    }
}
