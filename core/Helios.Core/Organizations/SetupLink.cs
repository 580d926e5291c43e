using Helios.Core.Identity;
using Npgsql;

namespace Helios.Core.Organizations;

/// <summary>The one-time link by which the first organization is made.</summary>
public sealed class SetupLink(NpgsqlDataSource database, Peppers peppers, TimeProvider time)
{
    /// <summary>How long a link works. The next start makes a new one.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>A new link while there is no organization, as a path to put behind the server's address; null once there is one. Older links end.</summary>
    public async Task<string?> Ensure(CancellationToken stop = default)
    {
        var token = RandomText.ForLink();
        await using var command = database.CreateCommand(
            """
            update platform.installation set setup_hash = $1, setup_expires_at = $2
            where set_up_at is null and not exists (select from platform.organization)
            returning 1
            """);
        command.Parameters.Add(new() { Value = peppers.Link(token) });
        command.Parameters.Add(new() { Value = time.GetUtcNow() + Lifetime });
        return await command.ExecuteScalarAsync(stop) is null ? null : "/set-up/" + token;
    }

    /// <summary>Whether nobody has made an organization yet.</summary>
    public async Task<bool> IsNeeded(CancellationToken stop = default)
    {
        await using var command = database.CreateCommand("select not exists (select from platform.organization)");
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }
}
