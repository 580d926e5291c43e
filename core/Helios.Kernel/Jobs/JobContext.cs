using Helios.Kernel.Scopes;

namespace Helios.Kernel.Jobs;

/// <summary>What a job's handler may know and report.</summary>
public sealed class JobContext
{
    readonly Func<int, int?, string?, Task<bool>> report;

    internal JobContext(Guid jobId, Scope scope, int attempt, Func<int, int?, string?, Task<bool>> report, CancellationToken stop)
    {
        JobId = jobId;
        Scope = scope;
        Attempt = attempt;
        this.report = report;
        Stop = stop;
    }

    public Guid JobId { get; }

    /// <summary>The organization, and whoever asked for the work.</summary>
    public Scope Scope { get; }

    /// <summary>1 for the first run; more after a crash or a failure.</summary>
    public int Attempt { get; }

    /// <summary>Ends when the node stops or the lease is lost.</summary>
    public CancellationToken Stop { get; }

    /// <summary>How long to wait before it goes on; null when it is done.</summary>
    internal TimeSpan? Pause { get; private set; }

    /// <summary>The work is not done and goes on later; that is no failure. Return after it.</summary>
    public void Again(TimeSpan pause) => Pause = pause > TimeSpan.Zero ? pause : TimeSpan.Zero;

    /// <summary>Says how far it is, and keeps the lease. False means that somebody asked to cancel: stop at the next good place.</summary>
    public Task<bool> Progress(int done, int? total, string? message = null) => report(done, total, message);
}
