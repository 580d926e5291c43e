using Helios.Core.Identity.Accounts;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity.Queries;

/// <summary>The actor's own account.</summary>
public sealed record GetAccount : IQuery<GetAccount.Result>
{
    /// <summary>The account.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Mail">The address that it signs in with.</param>
    /// <param name="Role">Its role in this organization.</param>
    /// <param name="UserId">The person in this organization's directory.</param>
    /// <param name="PasswordChangedAt">When the password was chosen.</param>
    /// <param name="Look">The look of its pages.</param>
    public sealed record Result(string Name, string Mail, string Role, Guid UserId, DateTimeOffset PasswordChangedAt, Look Look);

    public sealed class Handler(HeliosDb db) : IQueryHandler<GetAccount, Result>
    {
        public async Task<Outcome<Result>> Handle(GetAccount query, QueryContext context)
        {
            var actor = context.Scope.Actor;
            var account = await db.Set<Account>().SingleOrDefaultAsync(row => row.Id == actor.AccountId, context.Stop);
            if (account is null || actor.UserId is not { } user)
                return Problem.NotFound("account of yours");
            return new Result(account.Name, account.Mail, actor.Role, user, account.PasswordChangedAt, Look.Read(account.Appearance));
        }
    }
}
