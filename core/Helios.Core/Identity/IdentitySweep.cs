using Helios.Kernel.Jobs;
using Npgsql;

namespace Helios.Core.Identity;

/// <summary>Removes what has ended: sessions and links a month after their end, and counts of old sign-in attempts.</summary>
public sealed class IdentitySweep(NpgsqlDataSource database, TimeProvider time) : IRecurring
{
    public async Task Run(CancellationToken stop)
    {
        await using var batch = database.CreateBatch();
        foreach (var sql in new[]
        {
            "delete from platform.session where expires_at < $1 - interval '30 days' or revoked_at < $1 - interval '30 days' or last_seen_at < $1 - interval '60 days'",
            "delete from platform.sign_in_attempt where last_at < $1 - interval '1 day'",
            "delete from platform.invitation where expires_at < $1 - interval '30 days'",
        })
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = time.GetUtcNow() } } });
        await batch.ExecuteNonQueryAsync(stop);
    }
}
