using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Secrets.Queries;

/// <summary>The keys that seal the organization's secrets, the newest first, and how far the last rotation is.</summary>
public sealed record ListSecretKeys : IQuery<ListSecretKeys.Result>
{
    /// <summary>The keys.</summary>
    /// <param name="Items">Each version of each key.</param>
    /// <param name="Rotation">The last rotation's work, or null when there was none.</param>
    public sealed record Result(IReadOnlyList<SecretKeyView> Items, RotationView? Rotation);

    public sealed class Handler(HeliosDb db) : IQueryHandler<ListSecretKeys, Result>
    {
        public async Task<Outcome<Result>> Handle(ListSecretKeys query, QueryContext context)
        {
            var known = await OrganizationKeys.List(db, context.Stop);
            var rotation = await db.Jobs
                .Where(job => job.OrganizationId == db.OrganizationId && job.Name == ResealSecrets.Name)
                .OrderByDescending(job => job.Id)
                .Select(job => new RotationView(job.State, job.Done, job.Total, job.Message, job.FinishedAt))
                .FirstOrDefaultAsync(context.Stop);
            return new Result([.. known.Select(key => new SecretKeyView(key.Purpose, key.Version, key.State, key.CreatedAt))], rotation);
        }
    }
}
