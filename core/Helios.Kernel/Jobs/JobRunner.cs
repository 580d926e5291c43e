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

    /// <summary>How many run at once on one node.</summary>
    const int Slots = 2;

    static readonly TimeSpan Sweep = TimeSpan.FromSeconds(1);

    readonly JobTable table = new(database, time);

    /// <summary>Names this node's claims.</summary>
    readonly string worker = WorkerName.Make();

    readonly Dictionary<string, JobDeclaration> declared = registry.Jobs.ToDictionary(job => job.Name, StringComparer.Ordinal);

    /// <summary>How long a job waits after a failed attempt: 5 s, 20 s, 80 s, 320 s.</summary>
    public static TimeSpan BackOff(int attempt) => TimeSpan.FromSeconds(5 * Math.Pow(4, attempt - 1));

    /// <summary>Works until the node stops; then running handlers are asked to stop and their jobs go back.</summary>
    public async Task Run(CancellationToken stop)
    {
        using var slots = new SemaphoreSlim(Slots);
        var isFirst = true;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (isFirst)
                    await table.Inherit(stop);
                isFirst = false;
                await slots.WaitAsync(stop);
                var isBusy = false;
                try
                {
                    isBusy = await StartNext(slots, stop);
                }
                finally
                {
                    if (!isBusy)
                        slots.Release();
                }

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

        for (var i = 0; i < Slots; i++)
            await slots.WaitAsync(CancellationToken.None);
    }

    async Task<bool> StartNext(SemaphoreSlim slots, CancellationToken stop)
    {
        var job = await table.Claim([.. declared.Keys], worker, stop);
        if (job is null)
            return false;
        _ = Task.Run(() => RunOne(job, slots, stop), CancellationToken.None);
        return true;
    }

    async Task RunOne(Job job, SemaphoreSlim slots, CancellationToken stop)
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
            slots.Release();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Jobs could not be read or written; it is tried again.")]
    static partial void LogFailed(ILogger log, Exception exception);
}
