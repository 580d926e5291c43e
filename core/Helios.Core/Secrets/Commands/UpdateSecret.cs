using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;

namespace Helios.Core.Secrets.Commands;

/// <summary>Changes name and description of a secret; what is absent stays as it is. Its value is replaced by itself.</summary>
public sealed record UpdateSecret : ICommand<SecretChanged>
{
    /// <summary>The secret.</summary>
    [Target]
    public required EntityRef<OrganizationSecret> Secret { get; init; }

    [Required(ErrorMessage = SecretLimits.NameText), StringLength(SecretLimits.Name, MinimumLength = 1, ErrorMessage = SecretLimits.NameText)]
    public Optional<string> Name { get; init; }

    /// <summary>What it is for. Nothing secret.</summary>
    [StringLength(SecretLimits.Description, ErrorMessage = SecretLimits.DescriptionText)]
    public Optional<string?> Description { get; init; }

    public sealed class Handler : ICommandHandler<UpdateSecret, SecretChanged>
    {
        public Task<Outcome<SecretChanged>> Handle(UpdateSecret command, CommandContext context) => Task.FromResult(Update(command));

        static Outcome<SecretChanged> Update(UpdateSecret command)
        {
            var secret = command.Secret.Entity;
            if (secret.Sealed is null)
                return SecretProblems.Deleted(secret);
            secret.Name = command.Name.Or(secret.Name)!.Trim();
            secret.Description = command.Description.Or(secret.Description).Clean();
            return SecretChanged.Of(secret);
        }
    }
}
