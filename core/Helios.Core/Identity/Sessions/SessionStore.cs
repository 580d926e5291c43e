using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Helios.Core.Identity.Sessions;

/// <summary>Begins and ends sessions.</summary>
public sealed class SessionStore(NpgsqlDataSource database, Peppers peppers, TimeProvider time)
{
    /// <summary>Signs this browser in; whatever session it had ends.</summary>
    public async Task Begin(HttpContext http, Guid account)
    {
        await End(http);
        var token = RandomText.ForLink();
        var now = time.GetUtcNow();
        var agent = http.Request.Headers.UserAgent.ToString();
        await using var command = database.CreateCommand(
            """
            insert into platform.session (id, account_id, token_hash, created_at, last_seen_at, expires_at, address, agent)
            values ($1, $2, $3, $4, $4, $5, $6, $7)
            """);
        command.Parameters.Add(new() { Value = Guid.CreateVersion7(now) });
        command.Parameters.Add(new() { Value = account });
        command.Parameters.Add(new() { Value = peppers.Session(token) });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now + Session.Longest });
        command.Parameters.Add(new() { Value = ClientAddress.Of(http) });
        command.Parameters.Add(new() { Value = new string([.. agent.Where(letter => !char.IsControl(letter)).Take(300)]) });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
        SessionCookie.Write(http, token);
    }

    /// <summary>Signs this browser out.</summary>
    public async Task End(HttpContext http)
    {
        if (SessionCookie.Read(http.Request) is not { } token)
            return;
        await using var command = database.CreateCommand("update platform.session set revoked_at = $2 where token_hash = $1 and revoked_at is null");
        command.Parameters.Add(new() { Value = peppers.Session(token) });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
        SessionCookie.Delete(http);
    }
}
