using Helios.Core.Directory.People;
using Helios.Core.Identity.Accounts;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity.Commands;

/// <summary>Gives a disabled account its access back, with the role that it had.</summary>
/// <param name="User">The person.</param>
public sealed record EnableAccount([property: Target] EntityRef<User> User) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<EnableAccount, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(EnableAccount command, CommandContext context)
        {
            var user = command.User.Entity;
            var membership = await db.Set<Membership>().SingleOrDefaultAsync(row => row.UserId == user.Id, context.Stop);
            if (membership is null)
                return Problem.Conflict("users.account.none", $"{user.Name} has no account.");
            if (RoleRules.Refuse(context.Actor, membership.Role) is { } refusal)
                return refusal;
            membership.DisabledAt = null;
            user.IsStaff = RoleRules.IsStaff(membership.Role);
            return Nothing.Instance;
        }
    }
}
