using Helios.Kernel.Events;
using Helios.Kernel.Events.Following;
using Helios.Kernel.Jobs;
using Helios.Kernel.Live;
using Microsoft.Extensions.Hosting;

namespace Helios.Web.Work;

/// <summary>Runs what works beside requests as long as the server runs: seals, live updates, what follows events, jobs, recurring work.</summary>
public sealed class KernelWork(Sealer sealer, LiveHub hub, FollowerRunner followers, JobRunner jobs, RecurringRunner recurring) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(sealer.Run(stoppingToken), hub.Run(stoppingToken), followers.Run(stoppingToken), jobs.Run(stoppingToken), recurring.Run(stoppingToken));
}
