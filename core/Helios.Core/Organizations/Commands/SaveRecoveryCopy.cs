using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Helios.Kernel.Secrets;

namespace Helios.Core.Organizations.Commands;

/// <summary>Says that the recovery copy of the root key is saved; with it set-up ends.</summary>
/// <param name="Saved">The tick.</param>
public sealed record SaveRecoveryCopy(bool Saved = false) : ICommand<Nothing>, IChecked
{
    public IEnumerable<FieldProblem> Check()
    {
        if (!Saved)
            yield return new FieldProblem("saved", "Save the recovery copy first, then tick the box. Without it a backup cannot be opened on another machine.");
    }

    public sealed class Handler(HeliosDb db, RecoveryState recovery) : ICommandHandler<SaveRecoveryCopy, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(SaveRecoveryCopy command, CommandContext context)
        {
            if (await recovery.IsSaved(context.Stop))
                return Nothing.Instance;
            // It is the installation's and stands outside this transaction, so nothing would roll it back.
            if (!context.IsDryRun)
                await recovery.MarkSaved(context.Stop);
            await context.TellOfActor(db, "recoveryCopy", null, "saved");
            return Nothing.Instance;
        }
    }
}
