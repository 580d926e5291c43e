namespace Helios.Server.Running;

/// <summary>
/// Gives memory back to the machine when work is over: the collector alone keeps what the busiest moment needed, for as long as
/// nothing else happens. It takes some tens of milliseconds, in which nobody waits.
/// </summary>
sealed class MemoryRest(TimeProvider time) : BackgroundService
{
    const long Megabyte = 1 << 20;

    /// <summary>Less than this between two looks is rest.</summary>
    const long Quiet = 8 * Megabyte;

    /// <summary>Less than this since the last time is not worth the while.</summary>
    const long Worthwhile = 128 * Megabyte;

    /// <summary>A start leaves this much behind that is never needed again, and often nothing comes after it for long.</summary>
    const long Start = 32 * Megabyte;

    static readonly TimeSpan Look = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        var (before, given) = (0L, Start - Worthwhile);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = GC.GetTotalAllocatedBytes();
            if (now - before < Quiet && now - given > Worthwhile)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                given = GC.GetTotalAllocatedBytes();
            }

            before = now;
        }
    }
}
