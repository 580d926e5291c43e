using Helios.Kernel.Files;
using Helios.Kernel.Modules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helios.Kernel.Jobs;

/// <summary>Starts recurring work: once at the start of the node, then at its pace. Each has a loop of its own and never meets itself.</summary>
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

    /// <summary>Works until the node stops.</summary>
    public Task Run(CancellationToken stop) => Task.WhenAll(
        Kernel.Concat(registry.Recurring.Select(work => (work.Name, work.Every, work.Handler))).Select(work => Repeat(work.Name, work.Every, work.Handler, stop)));

    async Task Repeat(string name, TimeSpan every, Type handler, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(every, time);
        try
        {
            do
                await Once(name, handler, stop);
            while (await timer.WaitForNextTickAsync(stop));
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
