using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Organizations.Queries;

/// <summary>The organization itself.</summary>
public sealed record GetOrganization : IQuery<GetOrganization.Result>
{
    /// <summary>The organization.</summary>
    /// <param name="Slug">Its name in addresses.</param>
    /// <param name="Name">Its name for people.</param>
    /// <param name="Zone">The IANA name of its time zone.</param>
    /// <param name="CreatedAt">When it was made.</param>
    public sealed record Result(string Slug, string Name, string Zone, DateTimeOffset CreatedAt);

    public sealed class Handler(HeliosDb db) : IQueryHandler<GetOrganization, Result>
    {
        public async Task<Outcome<Result>> Handle(GetOrganization query, QueryContext context) =>
            await db.Set<Organization>()
                .Where(row => row.Id == context.Scope.OrganizationId)
                .Select(row => new Result(row.Slug, row.Name, row.Zone, row.CreatedAt))
                .SingleAsync(context.Stop);
    }
}
