using Helios.Kernel.Data;
using Npgsql;

namespace Helios.Kernel.Jobs;

/// <summary>Forgets jobs that have ended: done and canceled ones after 14 days, dead ones after 90.</summary>
sealed class JobSweep(NpgsqlDataSource database, TimeProvider time) : IRecurring
{
    /// <summary>How long somebody can look up what became of a job.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <summary>A dead job waits for an admin, who may be away for long.</summary>
    public static readonly TimeSpan DeadKept = TimeSpan.FromDays(90);

    /// <summary>Rows of one statement, so that it holds no lock for long.</summary>
    const int Most = 5000;

    public async Task Run(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        while (await Sweep(now, stop) == Most)
            stop.ThrowIfCancellationRequested();
    }

    async Task<int> Sweep(DateTimeOffset now, CancellationToken stop)
    {
        await using var batch = database.CreateBatch();
        batch.Then(
            """
            delete from platform.job where id in (
              select id from platform.job where finished_at < $1 and (state in ('done', 'canceled') or finished_at < $2) limit $3 for update skip locked)
            """,
            now - Kept, now - DeadKept, Most);
        return await batch.ExecuteNonQueryAsync(stop);
    }
}
