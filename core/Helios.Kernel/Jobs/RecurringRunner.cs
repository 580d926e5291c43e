using Helios.Kernel.Files;
using Helios.Kernel.Modules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helios.Kernel.Jobs;

/// <summary>
/// Starts recurring work: once at the start of the node, one after the other, then each at its pace in a loop of its own, in which
/// it never meets itself.
/// </summary>
public sealed partial class RecurringRunner(Registry registry, IServiceScopeFactory services, TimeProvider time, ILogger<RecurringRunner> log)
{
    /// <summary>The kernel's own.</summary>
    static readonly (string Name, TimeSpan Every, Type Handler)[] Kernel =
    [
        ("kernel.event_partitions", TimeSpan.FromDays(1), typeof(EventPartitions)),
        ("kernel.orphaned_files", TimeSpan.FromHours(6), typeof(OrphanSweep)),
        ("kernel.jobs", TimeSpan.FromHours(1), typeof(JobSweep)),
        ("kernel.used_keys", TimeSpan.FromHours(6), typeof(UsedKeys)),
    ];

    /// <summary>All at once would open a connection each while the first pages are asked for. Nobody waits longer than this for the one before.</summary>
    static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    /// <summary>Works until the node stops.</summary>
    public async Task Run(CancellationToken stop)
    {
        List<Task> loops = [];
        foreach (var (name, every, handler) in Kernel.Concat(registry.Recurring.Select(work => (work.Name, work.Every, work.Handler))))
        {
            if (stop.IsCancellationRequested)
                break;
            var first = Once(name, handler, stop);
            loops.Add(Repeat(first, name, every, handler, stop));
            await Task.WhenAny(first, Task.Delay(Turn, time, stop));
        }

        await Task.WhenAll(loops);
    }

    async Task Repeat(Task first, string name, TimeSpan every, Type handler, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(every, time);
        try
        {
            await first;
            while (await timer.WaitForNextTickAsync(stop))
                await Once(name, handler, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    async Task Once(string name, Type handler, CancellationToken stop)
    {
        try
        {
            await using var work = services.CreateAsyncScope();
            await ((IRecurring)ActivatorUtilities.CreateInstance(work.ServiceProvider, handler)).Run(stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            LogFailed(log, name, e);
        }
    }

    [LoggerMessage(LogLevel.Error, "The recurring work {Name} failed; it runs again at its next time.")]
    static partial void LogFailed(ILogger log, string name, Exception exception);
}
