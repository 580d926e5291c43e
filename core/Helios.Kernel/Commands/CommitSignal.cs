namespace Helios.Kernel.Commands;

/// <summary>Tells this node's sealer and workers that a commit brought them work. Other nodes find it by their sweeps.</summary>
public sealed class CommitSignal : IDisposable
{
    readonly SemaphoreSlim events = new(0, 1);
    readonly SemaphoreSlim jobs = new(0, 1);

    /// <summary>Called after each commit.</summary>
    public void Raise(bool hasEvents, bool hasJobs)
    {
        if (hasEvents)
            Wake(events);
        if (hasJobs)
            Wake(jobs);
    }

    /// <summary>Returns when events wait for their seal, or after the longest pause.</summary>
    public Task Events(TimeSpan longest, CancellationToken stop) => events.WaitAsync(longest, stop);

    /// <summary>Returns when jobs wait, or after the longest pause.</summary>
    public Task Jobs(TimeSpan longest, CancellationToken stop) => jobs.WaitAsync(longest, stop);

    public void Dispose()
    {
        events.Dispose();
        jobs.Dispose();
    }

    static void Wake(SemaphoreSlim sleeper)
    {
        if (sleeper.CurrentCount > 0)
            return;
        try
        {
            sleeper.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another commit was faster; the sleeper wakes once for both.
        }
    }
}
