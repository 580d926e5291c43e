using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Audit.Queries;

/// <summary>Walks the organization's audit chain from its first event and says whether it is whole, or where it breaks first.</summary>
public sealed record GetAuditChain : IQuery<GetAuditChain.Result>
{
    /// <summary>What the walk found.</summary>
    /// <param name="IsWhole">Whether every link holds.</param>
    /// <param name="Events">How many sealed events were checked and hold.</param>
    /// <param name="Erased">How many of them have lost their details by erasure.</param>
    /// <param name="Waiting">How many events wait for their seal.</param>
    /// <param name="Broken">The first broken link, or null.</param>
    public sealed record Result(bool IsWhole, long Events, long Erased, int Waiting, BrokenLink? Broken);

    public sealed class Handler(ChainVerifier verifier) : IQueryHandler<GetAuditChain, Result>
    {
        public async Task<Outcome<Result>> Handle(GetAuditChain query, QueryContext context)
        {
            var report = await verifier.Verify(context.Scope.Organization!.Slug, context.Stop);
            return new Result(report.IsWhole, report.Events, report.Erased, report.Waiting.Count, report.Broken);
        }
    }
}
