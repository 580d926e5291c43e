using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Secrets.Commands;

/// <summary>Deletes a secret: its value is destroyed and its name is free again. What happened to it stays on record.</summary>
/// <param name="Secret">The secret.</param>
public sealed record DeleteSecret([property: Target] EntityRef<OrganizationSecret> Secret) : ICommand<Nothing>
{
    public sealed class Handler : ICommandHandler<DeleteSecret, Nothing>
    {
        public Task<Outcome<Nothing>> Handle(DeleteSecret command, CommandContext context)
        {
            var secret = command.Secret.Entity;
            Outcome<Nothing> outcome = secret.Sealed is null ? SecretProblems.Deleted(secret) : Nothing.Instance;
            secret.Delete(context.Now);
            return Task.FromResult(outcome);
        }
    }
}
