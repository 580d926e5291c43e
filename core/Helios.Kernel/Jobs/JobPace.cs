namespace Helios.Kernel.Jobs;

/// <summary>Tells how far a long job is: often enough to be followed, and seldom enough to cost nothing. Never of two at once.</summary>
/// <param name="context">The job.</param>
/// <param name="time">The time.</param>
/// <param name="total">How much there is to do.</param>
/// <param name="done">How much is done already.</param>
/// <param name="advance">Writes the event that moves the page of whoever looks; more than one each two seconds would only fill the audit trail.</param>
public sealed class JobPace(JobContext context, TimeProvider time, int total, int done, Func<Task> advance)
{
    static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(1);
    static readonly TimeSpan AdvanceEvery = TimeSpan.FromSeconds(2);

    int sofar = done;
    DateTimeOffset reported = time.GetUtcNow();
    DateTimeOffset advanced = time.GetUtcNow();

    /// <summary>Says where it begins; false when somebody asked to stop.</summary>
    public Task<bool> Begin() => context.Progress(sofar, total);

    /// <summary>So much more is done; false when somebody asked to stop.</summary>
    public async Task<bool> Add(int some)
    {
        sofar += some;
        var now = time.GetUtcNow();
        if (now - advanced >= AdvanceEvery)
        {
            advanced = now;
            await advance();
        }

        if (now - reported < ReportEvery)
            return true;
        reported = now;
        return await context.Progress(sofar, total);
    }
}
