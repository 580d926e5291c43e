using Helios.Kernel.Commands;
using Helios.Kernel.Modules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helios.Kernel.Jobs;

/// <summary>
/// Takes jobs under a lease and runs them, two at a time. A job that fails is tried again later; one whose worker died is
/// taken over when its lease ends. So a handler may run again after any crash, but never twice after it came to its end.
/// </summary>
public sealed partial class JobRunner(
    Registry registry, NpgsqlDataSource database, CommitSignal committed, IServiceScopeFactory services, TimeProvider time, ILogger<JobRunner> log)
{
    /// <summary>After so many attempts a job is dead: an admin can read why and have it tried again.</summary>
    public const int Attempts = 5;

    /// <summary>How many run at once on one node; and besides, of those that somebody waits for.</summary>
    const int Slots = 2;
    const int AwaitedSlots = 4;

    static readonly TimeSpan Sweep = TimeSpan.FromSeconds(1);

    readonly JobTable table = new(database, time, registry.Jobs.Any(job => job.Name == DeadJob.JobName));

    /// <summary>Names this node's claims.</summary>
    readonly string worker = WorkerName.Make();

    readonly Dictionary<string, JobDeclaration> declared = registry.Jobs.ToDictionary(job => job.Name, StringComparer.Ordinal);

    /// <summary>How long a job waits after a failed attempt: 5 s, 20 s, 80 s, 320 s.</summary>
    public static TimeSpan BackOff(int attempt) => TimeSpan.FromSeconds(5 * Math.Pow(4, attempt - 1));

    /// <summary>Works until the node stops; then running handlers are asked to stop and their jobs go back.</summary>
    public async Task Run(CancellationToken stop)
    {
        using JobLane work = new(Slots, Names(isAwaited: false)), awaited = new(AwaitedSlots, Names(isAwaited: true));
        var isFirst = true;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (isFirst)
                    await table.Inherit(stop);
                isFirst = false;
                var isBusy = await StartNext(awaited, stop) | await StartNext(work, stop);
                if (!isBusy)
                    await committed.Jobs(Sweep, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                LogFailed(log, e);
                await Task.Delay(Sweep, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await work.Drain();
        await awaited.Drain();
    }

    string[] Names(bool isAwaited) => [.. declared.Values.Where(job => job.IsAwaited == isAwaited).Select(job => job.Name)];

    /// <summary>Starts the next job of a lane that has a free slot; false where there is none of either.</summary>
    async Task<bool> StartNext(JobLane lane, CancellationToken stop)
    {
        if (lane.Names.Length == 0 || !lane.Enter())
            return false;
        Job? job = null;
        try
        {
            job = await table.Claim(lane.Names, worker, stop);
        }
        finally
        {
            if (job is null)
                lane.Leave();
        }

        if (job is null)
            return false;
        _ = Task.Run(() => RunOne(job, lane, stop), CancellationToken.None);
        return true;
    }

    async Task RunOne(Job job, JobLane lane, CancellationToken stop)
    {
        try
        {
            await new JobRun(declared[job.Name], job, worker, table, services, time, log).Run(stop);
        }
        catch (Exception e)
        {
            // The database was gone when the end should have been written: the lease ends, and the job is taken again.
            LogFailed(log, e);
        }
        finally
        {
            lane.Leave();
            // There is a free slot now, and perhaps a job for it.
            committed.Raise(hasEvents: false, hasJobs: true);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Jobs could not be read or written; it is tried again.")]
    static partial void LogFailed(ILogger log, Exception exception);
}
