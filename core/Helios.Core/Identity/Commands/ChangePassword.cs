using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity.Accounts;
using Helios.Core.Identity.Sessions;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity.Commands;

/// <summary>Changes the actor's own password and signs out his other browsers.</summary>
/// <param name="Current">The password that he has.</param>
/// <param name="Password">The one that he wants: at least 12 characters.</param>
public sealed record ChangePassword(
    [property: Required(ErrorMessage = "Enter the password that you have now."), Secret] string Current,
    [property: Required(ErrorMessage = "Choose a new password."), Secret] string Password) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db, Passwords passwords, SignInGuard guard) : ICommandHandler<ChangePassword, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(ChangePassword command, CommandContext context)
        {
            var account = await db.Set<Account>().SingleOrDefaultAsync(row => row.Id == context.Actor.AccountId, context.Stop);
            if (account is null)
                return Problem.NotFound("account of yours");
            if (await guard.Attempt(account.MailKey, "account", context.Stop) is { } wait)
                return Waits.Problem(wait);
            if (!passwords.Match(account.PasswordHash, command.Current))
                return Problem.Invalid("current", "This is not your password. Check the keyboard and try again.");
            await guard.Succeeded(account.MailKey, "account");
            if (PasswordRules.Broken(command.Password, account.Mail, account.Name) is { } broken)
                return Problem.Invalid("password", broken);

            account.PasswordHash = passwords.Hash(command.Password);
            account.PasswordChangedAt = context.Now;
            foreach (var session in await db.Set<Session>().Where(row => row.AccountId == account.Id && row.RevokedAt == null).ToListAsync(context.Stop))
                if (session.Id.ToString() != context.Actor.CredentialId)
                    session.RevokedAt = context.Now;
            await context.TellOfActor(db, "account.password", null, "•••");
            return Nothing.Instance;
        }
    }
}
