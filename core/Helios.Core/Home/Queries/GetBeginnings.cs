using Helios.Core.Directory.Locations;
using Helios.Core.Directory.People;
using Helios.Core.Identity.Accounts;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Home.Queries;

/// <summary>Which of the first steps of a new organization are done.</summary>
public sealed record GetBeginnings : IQuery<GetBeginnings.Result>
{
    /// <summary>What is there.</summary>
    /// <param name="HasPeople">Whether the directory has anybody besides those who set Helios up.</param>
    /// <param name="HasLocations">Whether there is a location.</param>
    /// <param name="HasInvited">Whether somebody else has a way in, or was invited: invitations are forgotten once they end.</param>
    public sealed record Result(bool HasPeople, bool HasLocations, bool HasInvited);

    public sealed class Handler(HeliosDb db) : IQueryHandler<GetBeginnings, Result>
    {
        public async Task<Outcome<Result>> Handle(GetBeginnings query, QueryContext context) =>
            new Result(
                await db.Set<User>().AnyAsync(user => user.Source != "setup", context.Stop),
                await db.Set<Location>().AnyAsync(context.Stop),
                await db.Set<Membership>().OrderBy(member => member.UserId).Skip(1).AnyAsync(context.Stop) || await db.Set<Invitation>().AnyAsync(context.Stop));
    }
}
