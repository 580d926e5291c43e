using System.ComponentModel.DataAnnotations;
using Helios.Core.Directory.People;
using Helios.Core.Identity.Accounts;
using Helios.Core.Notifications;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity.Commands;

/// <summary>Gives a person's account another role.</summary>
/// <param name="User">The person.</param>
/// <param name="Role">owner, it_staff or user.</param>
public sealed record SetRole(
    [property: Target] EntityRef<User> User,
    [property: Required(ErrorMessage = "Choose a role."), RegularExpression("^(owner|it_staff|user)$", ErrorMessage = "A role is owner, it_staff or user.")] string Role) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<SetRole, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(SetRole command, CommandContext context)
        {
            var user = command.User.Entity;
            var membership = await db.Set<Membership>().SingleOrDefaultAsync(row => row.UserId == user.Id, context.Stop);
            if (membership is null)
                return Problem.Conflict("users.role.no_account", $"{user.Name} has no account yet. Invite {user.Name} first.");
            if ((RoleRules.Refuse(context.Actor, membership.Role) ?? RoleRules.Refuse(context.Actor, command.Role)) is { } refusal)
                return refusal;
            if (membership.Role == command.Role)
                return Nothing.Instance;
            if (await RoleRules.KeepAnOwner(db, membership, context.Stop) is { } last)
                return last;
            if (!RoleRules.IsStaff(command.Role))
                await Inbox.ForgetInternal(db, user.Id, context.Stop);
            membership.Role = command.Role;
            user.IsStaff = membership.DisabledAt is null && RoleRules.IsStaff(command.Role);
            return Nothing.Instance;
        }
    }
}
