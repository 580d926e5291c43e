using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Helios.Core.Directory.People;
using Helios.Core.Identity.Accounts;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity.Commands;

/// <summary>Makes a one-time link by which a person of the directory gets an account. An earlier link of his ends.</summary>
/// <param name="User">The person.</param>
/// <param name="Role">The role of the account: owner, it_staff or user.</param>
public sealed record InviteUser(
    [property: Target] EntityRef<User> User,
    [property: Required(ErrorMessage = "Choose a role."), RegularExpression("^(owner|it_staff|user)$", ErrorMessage = "A role is owner, it_staff or user.")] string Role) : ICommand<InviteUser.Result>
{
    /// <summary>The link.</summary>
    /// <param name="ExpiresAt">When it stops working.</param>
    public sealed record Result(DateTimeOffset ExpiresAt)
    {
        /// <summary>The address below the server. It never leaves by JSON, so no stored answer holds it.</summary>
        [JsonIgnore]
        public string? Path { get; init; }
    }

    public sealed class Handler(HeliosDb db, Peppers peppers) : ICommandHandler<InviteUser, Result>
    {
        public async Task<Outcome<Result>> Handle(InviteUser command, CommandContext context)
        {
            var user = command.User.Entity;
            if (RoleRules.Refuse(context.Actor, command.Role) is { } refusal)
                return refusal;
            if (await db.Set<Membership>().AnyAsync(row => row.UserId == user.Id, context.Stop))
                return Problem.Conflict("users.invite.joined", $"{user.Name} has an account already. Change its role instead.");
            foreach (var earlier in await db.Set<Invitation>().Where(row => row.UserId == user.Id && row.UsedAt == null).ToListAsync(context.Stop))
                db.Remove(earlier);
            var token = RandomText.ForLink();
            var invitation = new Invitation
            {
                UserId = user.Id,
                Role = command.Role,
                TokenHash = peppers.Link(token),
                CreatedAt = context.Now,
                ExpiresAt = context.Now + Invitation.Lifetime,
            };
            db.Add(invitation);
            return new Result(invitation.ExpiresAt) { Path = "/join/" + token };
        }
    }
}
