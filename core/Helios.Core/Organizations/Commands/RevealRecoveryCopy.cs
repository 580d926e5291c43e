using Helios.Core.Identity;
using System.Text.Json.Serialization;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Secrets;

namespace Helios.Core.Organizations.Commands;

/// <summary>Shows the recovery copy of the root key, until it is said to be saved.</summary>
public sealed record RevealRecoveryCopy : ICommand<RevealRecoveryCopy.Result>
{
    /// <summary>The copy. It never leaves by JSON, so no stored answer holds it.</summary>
    public sealed record Result
    {
        [JsonIgnore]
        public string? Text { get; init; }
    }

    public sealed class Handler(HeliosDb db, RootKey root, RecoveryState recovery) : ICommandHandler<RevealRecoveryCopy, Result>
    {
        public async Task<Outcome<Result>> Handle(RevealRecoveryCopy command, CommandContext context)
        {
            if (await recovery.IsSaved(context.Stop))
                return Problem.Conflict("organizations.recovery.saved", "The recovery copy was saved and is not shown again. Whoever runs the server finds the key in its key file.");
            await context.TellOfActor(db, "recoveryCopy", null, "shown");
            return new Result { Text = context.IsDryRun ? null : RecoveryCopy.Write(root) };
        }
    }
}
