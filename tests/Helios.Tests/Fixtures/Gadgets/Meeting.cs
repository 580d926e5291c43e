namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>Holds the first caller until the second has come; later callers pass.</summary>
public sealed class Meeting
{
    readonly TaskCompletionSource both = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int came;

    /// <summary>How often somebody came: more than two means that one had to try again.</summary>
    public int Came => came;

    public Task Meet(CancellationToken stop)
    {
        if (Interlocked.Increment(ref came) >= 2)
            both.TrySetResult();
        return both.Task.WaitAsync(stop);
    }
}
