using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helios.Kernel.Jobs;

/// <summary>One attempt at one claimed job, from its scope to its last state.</summary>
sealed partial class JobRun(JobDeclaration declared, Job job, string worker, JobTable table, IServiceScopeFactory services, TimeProvider time, ILogger log)
{
    /// <summary>A lease outlives two missed renewals.</summary>
    static readonly TimeSpan Pulse = JobTable.Lease / 3;

    bool sawCancel;

    /// <summary>Runs the handler and writes how it ended. Throws nothing but what the database does.</summary>
    /// <param name="node">Ends when the node stops: the job goes back without counting the attempt.</param>
    public async Task Run(CancellationToken node)
    {
        if (job.CancelRequested)
        {
            await table.Finish(job, worker, JobState.Canceled, "Canceled before it started.");
            return;
        }

        if (job.Attempts > JobRunner.Attempts)
        {
            await table.Die(job, worker, $"It stopped without an end {JobRunner.Attempts} times; the server may have been killed each time.");
            return;
        }

        using var lease = CancellationTokenSource.CreateLinkedTokenSource(node);
        using var over = new CancellationTokenSource();
        var pulse = Keep(lease, over.Token);
        try
        {
            await Handle(lease);
        }
        catch (Exception) when (node.IsCancellationRequested)
        {
            await table.GiveBack(job, worker, job.Attempts - 1, TimeSpan.Zero, message: null);
        }
        catch (Exception) when (lease.IsCancellationRequested)
        {
            LogLost(log, job.Id, job.Name);
        }
        catch (Exception e)
        {
            LogFailed(log, job.Id, job.Name, job.Attempts, e);
            await Fail(e);
        }
        finally
        {
            await over.CancelAsync();
            await pulse;
        }
    }

    async Task Handle(CancellationTokenSource lease)
    {
        await using var work = services.CreateAsyncScope();
        var scope = await work.ServiceProvider.GetRequiredService<IJobScopes>().For(job, lease.Token);
        if (scope is null)
        {
            await table.Die(job, worker, "Whoever asked for this, or the organization, is not here any more.");
            return;
        }

        if (scope.Organization?.ModulesOff.Contains(declared.Module.Id) == true)
        {
            await table.Finish(job, worker, JobState.Canceled, $"{declared.Module.Name} is switched off here. Switch it on and try this again.");
            return;
        }

        var context = new JobContext(job.Id, scope, job.Attempts, (done, total, message) => Report((done, total, message), lease), lease.Token);
        await declared.Run(work.ServiceProvider, job.Payload, context);
        if (context.Pause is { } pause)
            await table.GiveBack(job, worker, job.Attempts - 1, pause, message: null);
        else
            await table.Finish(job, worker, sawCancel ? JobState.Canceled : JobState.Done, message: null);
    }

    async Task<bool> Report((int Done, int? Total, string? Message) progress, CancellationTokenSource lease)
    {
        lease.Token.ThrowIfCancellationRequested();
        if (await table.Report(job, worker, progress, lease.Token) is not { } canceled)
        {
            await lease.CancelAsync();
            throw new OperationCanceledException(lease.Token);
        }

        sawCancel |= canceled;
        return !canceled;
    }

    /// <summary>Renews the lease while the handler is busy; ends the handler when another worker has the job.</summary>
    async Task Keep(CancellationTokenSource lease, CancellationToken over)
    {
        var good = time.GetTimestamp();
        using var timer = new PeriodicTimer(Pulse, time);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                var isHeld = await TryRenew(over);
                if (isHeld is true)
                    good = time.GetTimestamp();
                else if (isHeld is false || time.GetElapsedTime(good) > JobTable.Lease)
                    await lease.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The handler came to its end.
        }
    }

    /// <summary>Whether the lease is ours; null when the database could not say.</summary>
    async Task<bool?> TryRenew(CancellationToken over)
    {
        try
        {
            return await table.Renew(job, worker, over) is not null;
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException or TimeoutException)
        {
            LogPulse(log, job.Id, e);
            return null;
        }
    }

    async Task Fail(Exception e)
    {
        var message = e.Message.Length > 1000 ? e.Message[..1000] : e.Message;
        if (job.Attempts >= JobRunner.Attempts)
            await table.Die(job, worker, message);
        else
            await table.GiveBack(job, worker, job.Attempts, JobRunner.BackOff(job.Attempts), message);
    }

    [LoggerMessage(LogLevel.Warning, "Job {Id} ({Name}) failed at attempt {Attempt}.")]
    static partial void LogFailed(ILogger log, Guid id, string name, int attempt, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Job {Id} ({Name}) lost its lease and was stopped here; another worker has it.")]
    static partial void LogLost(ILogger log, Guid id, string name);

    [LoggerMessage(LogLevel.Warning, "The lease of job {Id} could not be renewed; it is tried again.")]
    static partial void LogPulse(ILogger log, Guid id, Exception exception);
}
