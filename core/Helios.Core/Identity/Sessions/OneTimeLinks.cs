using Helios.Kernel.Scopes;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Helios.Core.Identity.Sessions;

/// <summary>Finds the guest behind the one-time link of an address: <c>/set-up/{setup}</c>, <c>/join/{join}</c>.</summary>
public sealed class OneTimeLinks(NpgsqlDataSource database, Peppers peppers, TimeProvider time)
{
    /// <summary>The link that makes the first organization.</summary>
    public const string Setup = "setup";

    /// <summary>The link by which a person makes his account.</summary>
    public const string Join = "join";

    const string SetupSql = "select 'The owner', ''::text from platform.installation where setup_hash = $1 and setup_expires_at > $2 and set_up_at is null";

    // Names are read without an organization's scope, so the guest is called by what the platform knows of him.
    const string JoinSql = "select 'An invited person', id::text from platform.invitation where token_hash = $1 and expires_at > $2 and used_at is null";

    internal async Task<Actor?> Guest(RouteValueDictionary route, CancellationToken stop) =>
        route[Setup] is string setup ? await Find(Setup, SetupSql, setup, stop)
        : route[Join] is string join ? await Find(Join, JoinSql, join, stop)
        : null;

    async Task<Actor?> Find(string capability, string sql, string token, CancellationToken stop)
    {
        if (!RandomText.CouldBeLink(token))
            return null;
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = peppers.Link(token) });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        await using var row = await command.ExecuteReaderAsync(stop);
        return await row.ReadAsync(stop) ? Actor.Guest(capability, row.GetString(0)) with { CredentialId = row.GetString(1) } : null;
    }
}
