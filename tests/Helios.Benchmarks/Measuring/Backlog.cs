using Helios.Benchmarks.Filling;
using Helios.Kernel.Installations.Embedded;

namespace Helios.Benchmarks.Measuring;

/// <summary>
/// What a server does by itself: jobs that an earlier run was stopped in, and the seals and notifications of what was measured before.
/// It would share both cores with what is measured next.
/// </summary>
sealed class Backlog(BenchOptions options)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    const string Left =
        """
        select (select count(*) from platform.job where state = 'running' or state = 'waiting' and run_at <= now())
          + (select count(*) from platform.event_unsealed)
          + (select coalesce(sum(h.seq - coalesce(c.seq, 0)), 0)::bigint from seal_head h left join event_cursor c on c.organization_id = h.organization_id)
        """;

    readonly Owner owner = new(EmbeddedPostgres.Running(options.Folder).Owner);

    /// <summary>What comes by the clock is no part of what is measured: a night's work on a million tickets takes minutes.</summary>
    public Task StopSchedules() => owner.Do("update platform.schedule set is_on = false", CancellationToken.None);

    /// <summary>Waits until nothing is left to do, or says that it took too long.</summary>
    public async Task WorkedOff()
    {
        var begun = TimeProvider.System.GetTimestamp();
        while ((await owner.Ask(Left, row => row.GetInt64(0), CancellationToken.None))[0] is var left && left > 0)
        {
            if (TimeProvider.System.GetElapsedTime(begun) > Patience)
                throw new InvalidOperationException(FormattableString.Invariant($"The server has {left:N0} jobs and events left after {Patience.TotalMinutes:N0} minutes."));
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }
}
