using Helios.Kernel.Data;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Audit.Queries;

/// <summary>How far the organization's audit chain is, which checkpoint was signed last, with which key, and what the last verification found.</summary>
public sealed record GetAudit : IQuery<GetAudit.Result>
{
    /// <summary>The state of the trail.</summary>
    /// <param name="Last">The last checkpoint, or null.</param>
    /// <param name="KeyName">The name of the signing key: the first 16 hex digits of SHA-256 over its public half.</param>
    /// <param name="PublicKey">The public half of the signing key, SubjectPublicKeyInfo in base64.</param>
    /// <param name="Verification">The last verification, or null.</param>
    /// <param name="Erasure">The last erasure, or null.</param>
    public sealed record Result(CheckpointView? Last, string KeyName, string PublicKey, AuditJob? Verification, AuditJob? Erasure);

    public sealed class Handler(HeliosDb db, AuditSigner signer) : IQueryHandler<GetAudit, Result>
    {
        public async Task<Outcome<Result>> Handle(GetAudit query, QueryContext context)
        {
            var last = await signer.Last(db.OrganizationId, context.Stop);
            return new Result(
                last is null ? null : CheckpointView.Of(last),
                Checkpoint.NameOf(signer.PublicKey),
                Convert.ToBase64String(signer.PublicKey),
                await AuditJobs.Last(db, VerifyChain.Name, context.Stop),
                await AuditJobs.Last(db, ErasePerson.Name, context.Stop));
        }
    }
}
