using Helios.Benchmarks.Filling;
using Helios.Core.Identity;
using Helios.Core.Identity.Tokens;
using Helios.Kernel.Installations;
using Helios.Kernel.Secrets;
using Npgsql;

namespace Helios.Benchmarks.Measuring;

/// <summary>Personal access tokens of the owner, one for each caller.</summary>
static class Tokens
{
    public static async Task<string[]> Make(Installation installation, int count, CancellationToken stop)
    {
        await using var database = NpgsqlDataSource.Create(installation.Database.Server);
        var peppers = new Peppers(new KeptKeys(database, installation.RootKey, TimeProvider.System), installation.RootKey);
        string[] made = [.. Enumerable.Range(0, count).Select(_ => TokenText.Create())];
        await using var connection = await new Owner(installation.Database.Owner).Open(stop);
        foreach (var token in made)
        {
            await using var command = new NpgsqlCommand(
                """
                insert into platform.access_token (id, handle, organization_id, account_id, user_id, name, hash, created_at, expires_at)
                select $1, $2, m.organization_id, m.account_id, m.user_id, 'bench', $3, now(), now() + interval '1 day'
                from platform.membership m join platform.account a on a.id = m.account_id where a.mail_key = $4
                """,
                connection);
            foreach (var value in (object[])[Guid.CreateVersion7(), TokenText.HandleOf(token), peppers.Token(token), Platform.OwnerMail])
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            await command.ExecuteNonQueryAsync(stop);
        }

        return made;
    }
}
