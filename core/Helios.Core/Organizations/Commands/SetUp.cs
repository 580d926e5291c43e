using System.ComponentModel.DataAnnotations;
using Helios.Core.Directory.People;
using Helios.Core.Identity;
using Helios.Core.Identity.Accounts;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Events;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Organizations.Commands;

/// <summary>Makes the first organization, its owner's account and the owner as a person of its directory.</summary>
/// <param name="Organization">The organization's name.</param>
/// <param name="Slug">Its name in addresses; follows from the name when empty.</param>
/// <param name="Name">The owner's name.</param>
/// <param name="Mail">The mail address that the owner signs in with.</param>
/// <param name="Password">At least 12 characters.</param>
public sealed record SetUp(
    [property: Required(ErrorMessage = "Give the organization a name."), StringLength(120, ErrorMessage = "A name has at most 120 characters.")] string Organization,
    [property: StringLength(200, ErrorMessage = "An address has at most 40 characters.")] string? Slug,
    [property: Required(ErrorMessage = "Enter your name."), StringLength(200, ErrorMessage = "A name has at most 200 characters.")] string Name,
    [property: Required(ErrorMessage = "Enter your mail address."), StringLength(254, ErrorMessage = "A mail address has at most 254 characters.")] string Mail,
    [property: Required(ErrorMessage = "Choose a password."), Secret] string Password) : ICommand<SetUp.Result>, IChecked
{
    /// <summary>What was made.</summary>
    /// <param name="Account">The owner's account.</param>
    /// <param name="Slug">The organization's name in addresses.</param>
    public sealed record Result(Guid Account, string Slug);

    public IEnumerable<FieldProblem> Check()
    {
        if (MailRules.Broken(Mail) is { } mail)
            yield return new FieldProblem("mail", mail);
        if (PasswordRules.Broken(Password, Mail, Name) is { } password)
            yield return new FieldProblem("password", password);
    }

    public sealed class Handler(HeliosDb db, Slugs slugs, Passwords passwords) : ICommandHandler<SetUp, Result>
    {
        public async Task<Outcome<Result>> Handle(SetUp command, CommandContext context)
        {
            var installation = await db.Set<Installation>().TagWith(ScopeInterceptor.ForUpdate).SingleAsync(context.Stop);
            if (installation.SetUpAt is not null)
                return Problem.Conflict("organizations.setup.done", "This Helios is set up already. Sign in instead.");
            var slug = string.IsNullOrWhiteSpace(command.Slug) ? Slugs.Suggest(command.Organization) : command.Slug.Trim();
            if (slugs.Broken(slug) is { } broken)
                return Problem.Invalid("slug", broken);

            installation.SetUpAt = context.Now;
            installation.SetupHash = null;
            installation.SetupExpiresAt = null;
            var organization = new Organization { Slug = slug, Name = command.Organization.Trim(), CreatedAt = context.Now };
            db.Add(organization);
            // Everything else refers to the organization, so its row goes first; the transaction is still one.
            await db.SaveChangesAsync(context.Stop);
            context.EnterOrganization(new OrganizationScope(organization.Id, organization.Slug, organization.Name));
            return await AddOwner(command, organization, context);
        }

        async Task<Outcome<Result>> AddOwner(SetUp command, Organization organization, CommandContext context)
        {
            var user = await context.Add(new User { Name = command.Name.Trim(), Mail = command.Mail.Trim(), Source = "setup", IsStaff = true });
            var account = new Account
            {
                Mail = command.Mail.Trim(),
                MailKey = User.Fold(command.Mail)!,
                Name = command.Name.Trim(),
                PasswordHash = passwords.Hash(command.Password),
                PasswordChangedAt = context.Now,
                CreatedAt = context.Now,
            };
            db.Add(account);
            db.Add(new Membership { AccountId = account.Id, UserId = user.Id, Role = Roles.Owner, CreatedAt = context.Now });
            return new Result(account.Id, organization.Slug);
        }
    }
}
