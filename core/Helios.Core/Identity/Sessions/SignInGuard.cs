using Npgsql;

namespace Helios.Core.Identity.Sessions;

/// <summary>
/// Slows down whoever guesses. Counted for a mail address from a network address, so that nobody can lock somebody else out, and
/// for a network address alone, so that nobody tries one password on everybody. Counted before the password is looked at.
/// </summary>
public sealed class SignInGuard(NpgsqlDataSource database, Peppers peppers, TimeProvider time)
{
    /// <summary>Attempts for one mail address before pauses begin; the first is half a minute, each further twice as long, up to a quarter of an hour.</summary>
    public const int ForMail = 5;

    /// <summary>Attempts from one network address, which a whole office may share.</summary>
    public const int ForAddress = 50;

    // A row that is older than an hour begins anew. While a pause lasts nothing is counted, so it ends by itself.
    const string Count =
        """
        insert into platform.sign_in_attempt as a (key, address, failures, last_at)
        select k.key, $2, 1, $3 from unnest($1::bytea[]) as k (key) order by k.key
        on conflict (key, address) do update set
          failures = case when a.blocked_until > $3 then a.failures when a.last_at < $3 - interval '1 hour' then 1 else a.failures + 1 end,
          last_at = case when a.blocked_until > $3 then a.last_at else $3 end,
          blocked_until = case
            when a.blocked_until > $3 then a.blocked_until
            when a.last_at < $3 - interval '1 hour' then null
            when a.failures + 1 >= case when length(a.key) = 0 then $5 else $4 end
              then $3 + least(interval '15 minutes', interval '30 seconds' * power(2, least(10, a.failures + 1 - case when length(a.key) = 0 then $5 else $4 end)))
            end
        returning case when old.blocked_until > $3 then old.blocked_until end
        """;

    /// <summary>Counts an attempt; gives the time to wait where it comes too early.</summary>
    public async Task<TimeSpan?> Attempt(string mailKey, string address, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await using var command = database.CreateCommand(Count);
        command.Parameters.Add(new() { Value = new[] { [], peppers.Attempt(mailKey) } });
        command.Parameters.Add(new() { Value = address });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = ForMail });
        command.Parameters.Add(new() { Value = ForAddress });
        await using var rows = await command.ExecuteReaderAsync(stop);
        DateTimeOffset? until = null;
        while (await rows.ReadAsync(stop))
        {
            if (await rows.GetFieldValueAsync<DateTimeOffset?>(0, stop) is { } blocked && !(blocked <= until))
                until = blocked;
        }

        return until - now;
    }

    /// <summary>The password was right: the attempt does not count.</summary>
    public async Task Succeeded(string mailKey, string address)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from platform.sign_in_attempt where key = $1 and address = $2")
        {
            Parameters = { new() { Value = peppers.Attempt(mailKey) }, new() { Value = address } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand("update platform.sign_in_attempt set failures = greatest(0, failures - 1), blocked_until = null where key = ''::bytea and address = $1")
        {
            Parameters = { new() { Value = address } },
        });
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
