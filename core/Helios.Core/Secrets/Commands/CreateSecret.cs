using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Events;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Helios.Kernel.Secrets;

namespace Helios.Core.Secrets.Commands;

/// <summary>Keeps a secret: the API token or password of something that the organization connects with.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Value">The secret itself. It is sealed, and no list, event or log holds it.</param>
/// <param name="Description">What it is for, where it is used, who gave it out. Nothing secret.</param>
public sealed record CreateSecret(
    [property: Required(ErrorMessage = SecretLimits.NameText), StringLength(SecretLimits.Name, MinimumLength = 1, ErrorMessage = SecretLimits.NameText)] string Name,
    [property: Secret, Required(ErrorMessage = SecretLimits.ValueText), StringLength(SecretLimits.Value, MinimumLength = 1, ErrorMessage = SecretLimits.ValueText)] string Value,
    [property: StringLength(SecretLimits.Description, ErrorMessage = SecretLimits.DescriptionText)] string? Description = null) : ICommand<SecretChanged>
{
    public sealed class Handler(SecretStore store) : ICommandHandler<CreateSecret, SecretChanged>
    {
        public async Task<Outcome<SecretChanged>> Handle(CreateSecret command, CommandContext context)
        {
            var secret = await context.Add(new OrganizationSecret { Name = command.Name.Trim(), Description = command.Description.Clean(), ReplacedAt = context.Now });
            await store.Seal(secret, command.Value, context.Stop);
            return SecretChanged.Of(secret);
        }
    }
}
