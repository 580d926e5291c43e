using Helios.Core.Identity.Accounts;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Tests.Growing.Broken;

/// <summary>Tells everybody who belongs to which organization.</summary>
public sealed record PeekOddities : IQuery<PeekOddities.Result>
{
    public sealed record Result(IReadOnlyList<Guid> Users);

    public sealed class Handler(HeliosDb db) : IQueryHandler<PeekOddities, Result>
    {
        public async Task<Outcome<Result>> Handle(PeekOddities query, QueryContext context) =>
            new Result(await db.Set<Membership>().IgnoreQueryFilters().Select(row => row.UserId).ToListAsync(context.Stop));
    }
}
