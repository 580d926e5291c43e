using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity.Accounts;

/// <summary>Who may give and take which role.</summary>
static class RoleRules
{
    /// <summary>What a person is called who has the role.</summary>
    public static string Label(string role) => role switch
    {
        Roles.Owner => "Owner",
        Roles.ItStaff => "IT staff",
        _ => "User",
    };

    /// <summary>Whether the role makes its holder one of the IT staff.</summary>
    public static bool IsStaff(string role) => role is Roles.Owner or Roles.ItStaff;

    /// <summary>Owners give and take every role; staff only that of a user.</summary>
    public static Problem? Refuse(Actor actor, string role) =>
        actor.Role == Roles.Owner || role == Roles.User
            ? null
            : new Problem(ProblemKind.Forbidden, "users.role.owner_only", $"Only an owner gives or takes the role {Label(role)}. Ask one of them.");

    /// <summary>An organization keeps an owner with access: refuses what would leave it without. Locks the owners, so that two cannot leave at once.</summary>
    public static async Task<Problem?> KeepAnOwner(HeliosDb db, Membership leaving, CancellationToken stop)
    {
        if (leaving.Role != Roles.Owner || leaving.DisabledAt is not null)
            return null;
        var owners = await db.Set<Membership>().TagWith(ScopeInterceptor.ForUpdate).Where(row => row.Role == Roles.Owner && row.DisabledAt == null).OrderBy(row => row.AccountId).ToListAsync(stop);
        return owners.Count > 1 ? null : Problem.Conflict("users.role.last_owner", "This is the only owner. Make somebody else an owner first.");
    }
}
