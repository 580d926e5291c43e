using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Kernel.Secrets;

namespace Helios.Core.Organizations.Commands;

/// <summary>Proves that the recovery copy of the root key is kept: some of its words, or all of them, come back from where it lies. With it set-up ends.</summary>
/// <param name="Words">The words that were asked for, or the whole copy.</param>
public sealed record SaveRecoveryCopy(
    [property: Secret, Required(ErrorMessage = SaveRecoveryCopy.Missing), StringLength(2000, MinimumLength = 1, ErrorMessage = SaveRecoveryCopy.Missing)] string Words) : ICommand<Nothing>
{
    const string Missing = "Type the words from your copy. Without the copy a backup cannot be opened on another machine.";

    public sealed class Handler(HeliosDb db, RootKey root, RecoveryState recovery) : ICommandHandler<SaveRecoveryCopy, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(SaveRecoveryCopy command, CommandContext context)
        {
            if (await recovery.IsSaved(context.Stop))
                return Nothing.Instance;
            if (RecoveryProof.Broken(root, RecoveryProof.Asked(root, context.Actor.AccountId ?? Guid.Empty), command.Words) is { } broken)
                return Problem.Invalid("words", broken);
            // It is the installation's and stands outside this transaction, so nothing would roll it back.
            if (!context.IsDryRun)
                await recovery.MarkSaved(context.Stop);
            await context.TellOfActor(db, "recoveryCopy", null, "proven");
            return Nothing.Instance;
        }
    }
}
