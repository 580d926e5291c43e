using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;

namespace Helios.Core.Audit.Commands;

/// <summary>Signs how far the organization's audit chain is. Keep it, or an export, elsewhere: it shows what is cut off or written anew later.</summary>
public sealed record MakeCheckpoint : ICommand<CheckpointView>
{
    public sealed class Handler(HeliosDb db, AuditSigner signer) : ICommandHandler<MakeCheckpoint, CheckpointView>
    {
        public async Task<Outcome<CheckpointView>> Handle(MakeCheckpoint command, CommandContext context)
        {
            if (await signer.Sign(context.Scope.OrganizationId, context.Stop, isKept: !context.IsDryRun) is not { } made)
                return Problem.Conflict("audit.checkpoint.empty", "No event is sealed yet. Try again in a second.");
            await context.TellOfActor(db, "auditCheckpoint", null, made.Seq);
            return CheckpointView.Of(made);
        }
    }
}
