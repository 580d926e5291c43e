using Helios.Core.Directory.People;
using Helios.Kernel.Problems;
using Npgsql;

namespace Helios.Core.Identity.Sessions;

/// <summary>Looks at mail address and password. The answer and its time are the same for an unknown address and a wrong password.</summary>
public sealed class SignInDesk(NpgsqlDataSource database, Passwords passwords, SignInGuard guard)
{
    const int LongestMail = 254;

    /// <summary>The account, or the refusal.</summary>
    public async Task<Outcome<Guid>> Try(string mail, string password, string address, CancellationToken stop)
    {
        if (mail.Length > LongestMail || password.Length is 0 or > PasswordRules.Longest || User.Fold(mail) is not { } key)
            return Refused();
        if (await guard.Attempt(key, address, stop) is { } wait)
            return Waits.Problem(wait);
        var (account, hash) = await Find(key, stop);
        if (!passwords.Match(hash, password))
            return Refused();
        await guard.Succeeded(key, address);
        return account;
    }

    static Problem Refused() => new(
        ProblemKind.Invalid, "account.sign_in.refused", "Mail address and password do not belong together. Check both and try again.");

    async Task<(Guid Account, string? Hash)> Find(string mailKey, CancellationToken stop)
    {
        await using var command = database.CreateCommand("select id, password_hash from platform.account where mail_key = $1");
        command.Parameters.Add(new() { Value = mailKey });
        await using var row = await command.ExecuteReaderAsync(stop);
        return await row.ReadAsync(stop) ? (row.GetGuid(0), row.GetString(1)) : (Guid.Empty, null);
    }
}
