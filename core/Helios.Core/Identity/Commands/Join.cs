using System.ComponentModel.DataAnnotations;
using Helios.Core.Directory.People;
using Helios.Core.Identity.Accounts;
using Helios.Core.Identity.Sessions;
using Helios.Core.Organizations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity.Commands;

/// <summary>Makes the account of an invited person, or adds the organization to the account that he has.</summary>
/// <param name="Mail">The mail address that he signs in with.</param>
/// <param name="Password">A new one of at least 12 characters; the one he has where the mail address has an account.</param>
public sealed record Join(
    [property: Required(ErrorMessage = "Enter your mail address."), StringLength(254, ErrorMessage = "A mail address has at most 254 characters.")] string Mail,
    [property: Required(ErrorMessage = "Choose a password."), Secret] string Password) : ICommand<Join.Result>
{
    /// <summary>What was made.</summary>
    /// <param name="Account">The account.</param>
    /// <param name="Slug">The organization's name in addresses.</param>
    public sealed record Result(Guid Account, string Slug);

    public sealed class Handler(HeliosDb db, Passwords passwords, SignInGuard guard) : ICommandHandler<Join, Result>
    {
        public async Task<Outcome<Result>> Handle(Join command, CommandContext context)
        {
            var id = Guid.Parse(context.Actor.CredentialId!);
            var known = await db.Set<Invitation>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.UsedAt == null, context.Stop);
            if (known is null)
                return Used();
            var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(row => row.Id == known.OrganizationId, context.Stop);
            context.EnterOrganization(new OrganizationScope(organization.Id, organization.Slug, organization.Name));

            var invitation = await db.Set<Invitation>().TagWith(ScopeInterceptor.ForUpdate).SingleOrDefaultAsync(row => row.Id == id && row.UsedAt == null && row.ExpiresAt > context.Now, context.Stop);
            if (invitation is null)
                return Used();
            var user = await db.Set<User>().SingleAsync(row => row.Id == invitation.UserId, context.Stop);
            var account = await Account(command, user, context);
            if (!account.Succeeded)
                return account.Problem;
            invitation.UsedAt = context.Now;
            user.IsStaff = RoleRules.IsStaff(invitation.Role);
            db.Add(new Membership { AccountId = account.Value.Id, UserId = user.Id, Role = invitation.Role, CreatedAt = context.Now });
            return new Result(account.Value.Id, organization.Slug);
        }

        static Problem Used() => Problem.Conflict("account.join.used", "This link has been used. Sign in, or ask for a new link.");

        async Task<Outcome<Account>> Account(Join command, User user, CommandContext context)
        {
            if (MailRules.Broken(command.Mail) is { } wrong)
                return Problem.Invalid("mail", wrong);
            var key = User.Fold(command.Mail)!;
            if (await db.Set<Account>().SingleOrDefaultAsync(row => row.MailKey == key, context.Stop) is { } existing)
                return await Proved(command, existing, context);
            if (PasswordRules.Broken(command.Password, command.Mail, user.Name) is { } broken)
                return Problem.Invalid("password", broken);
            var account = new Account
            {
                Mail = command.Mail.Trim(),
                MailKey = key,
                Name = user.Name,
                PasswordHash = passwords.Hash(command.Password),
                PasswordChangedAt = context.Now,
                CreatedAt = context.Now,
            };
            db.Add(account);
            return account;
        }

        /// <summary>Whoever has an account already shows that it is his.</summary>
        async Task<Outcome<Account>> Proved(Join command, Account existing, CommandContext context)
        {
            if (await guard.Attempt(existing.MailKey, "join", context.Stop) is { } wait)
                return Waits.Problem(wait);
            if (!passwords.Match(existing.PasswordHash, command.Password))
                return Problem.Invalid("password", "This mail address has an account already. Enter its password to add this organization to it.");
            await guard.Succeeded(existing.MailKey, "join");
            return await db.Set<Membership>().AnyAsync(row => row.AccountId == existing.Id, context.Stop)
                ? Problem.Conflict("account.join.member", "This account belongs to the organization already, as somebody else. Use another mail address.")
                : existing;
        }
    }
}
