using Helios.Core.Directory.People;
using Helios.Core.Identity.Accounts;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity.Commands;

/// <summary>Takes a person's account its access to this organization, browsers and tokens included, at once.</summary>
/// <param name="User">The person.</param>
public sealed record DisableAccount([property: Target] EntityRef<User> User) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<DisableAccount, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(DisableAccount command, CommandContext context)
        {
            var user = command.User.Entity;
            var membership = await db.Set<Membership>().SingleOrDefaultAsync(row => row.UserId == user.Id, context.Stop);
            if (membership is null)
                return Problem.Conflict("users.account.none", $"{user.Name} has no account.");
            if (RoleRules.Refuse(context.Actor, membership.Role) is { } refusal)
                return refusal;
            if (membership.DisabledAt is not null)
                return Nothing.Instance;
            if (user.Id == context.Actor.UserId)
                return Problem.Conflict("users.disable.self", "You cannot disable your own account. Ask another owner.");
            if (await RoleRules.KeepAnOwner(db, membership, context.Stop) is { } last)
                return last;
            membership.DisabledAt = context.Now;
            user.IsStaff = false;
            return Nothing.Instance;
        }
    }
}
