using Helios.Kernel.Events;
using Helios.Kernel.Events.Following;
using Helios.Kernel.Jobs;
using Helios.Kernel.Live;

namespace Helios.Server.Composition;

/// <summary>What this node does besides answering: it seals events, tells followers, runs jobs and what comes back again and again.</summary>
sealed class KernelWork(Sealer sealer, LiveHub hub, FollowerRunner followers, JobRunner jobs, Scheduler scheduler, RecurringRunner recurring) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Task.Run(() => sealer.Run(stoppingToken), stoppingToken),
        Task.Run(() => hub.Run(stoppingToken), stoppingToken),
        Task.Run(() => followers.Run(stoppingToken), stoppingToken),
        Task.Run(() => jobs.Run(stoppingToken), stoppingToken),
        Task.Run(() => scheduler.Run(stoppingToken), stoppingToken),
        Task.Run(() => recurring.Run(stoppingToken), stoppingToken));
}
