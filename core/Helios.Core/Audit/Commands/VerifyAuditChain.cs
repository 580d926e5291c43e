using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;

namespace Helios.Core.Audit.Commands;

/// <summary>Walks the organization's audit chain in the background; the audit page shows how far it is and what it found.</summary>
public sealed record VerifyAuditChain : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<VerifyAuditChain, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(VerifyAuditChain command, CommandContext context)
        {
            if (await AuditJobs.IsAtWork(db, VerifyChain.Name, context.Stop))
                return Problem.Conflict("audit.verify.running", "The chain is being verified already. Wait for what it finds.");
            context.Enqueue(VerifyChain.Name, new VerifyChain.Work(context.Scope.Organization!.Slug));
            await context.TellOfActor(db, "auditVerification", null, "started");
            return Nothing.Instance;
        }
    }
}
