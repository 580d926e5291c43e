using Helios.Core.Directory.People;
using Helios.Core.Identity.Accounts;
using Helios.Core.Identity.Sessions;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity.Queries;

/// <summary>Whether a person of the directory has an account here, and with which role.</summary>
/// <param name="User">The person.</param>
public sealed record GetUserAccount([property: Target] EntityRef<User> User) : IQuery<GetUserAccount.Result>
{
    /// <summary>The account, if there is one.</summary>
    /// <param name="Key">The person's key.</param>
    /// <param name="Name">The person's name.</param>
    /// <param name="Mail">The address that the account signs in with; null without an account.</param>
    /// <param name="Role">The account's role here; null without an account.</param>
    /// <param name="DisabledAt">Since when it has no access.</param>
    /// <param name="LastSeenAt">When it was last used.</param>
    /// <param name="InvitedUntil">Until when a one-time link waits for the person.</param>
    public sealed record Result(string Key, string Name, string? Mail, string? Role, DateTimeOffset? DisabledAt, DateTimeOffset? LastSeenAt, DateTimeOffset? InvitedUntil);

    public sealed class Handler(HeliosDb db) : IQueryHandler<GetUserAccount, Result>
    {
        public async Task<Outcome<Result>> Handle(GetUserAccount query, QueryContext context)
        {
            var user = query.User.Entity;
            var membership = await db.Set<Membership>()
                .Where(row => row.UserId == user.Id)
                .Select(row => new
                {
                    row.Role,
                    row.DisabledAt,
                    Mail = db.Set<Account>().Where(account => account.Id == row.AccountId).Select(account => account.Mail).Single(),
                    LastSeenAt = db.Set<Session>().Where(session => session.AccountId == row.AccountId).Max(session => (DateTimeOffset?)session.LastSeenAt),
                })
                .SingleOrDefaultAsync(context.Stop);
            DateTimeOffset? invited = membership is not null ? null : await db.Set<Invitation>()
                .Where(row => row.UserId == user.Id && row.UsedAt == null && row.ExpiresAt > context.Now)
                .MaxAsync(row => (DateTimeOffset?)row.ExpiresAt, context.Stop);
            return new Result(user.Key, user.Name, membership?.Mail, membership?.Role, membership?.DisabledAt, membership?.LastSeenAt, invited);
        }
    }
}
