using System.Diagnostics;

namespace Helios.Tests.Fixtures;

/// <summary>Counts the messages that one flow of work sends to PostgreSQL, whoever else is at work in the process.</summary>
sealed class StatementCount : IDisposable
{
    readonly AsyncLocal<StrongCount?> mine = new();
    readonly ActivityListener listener;

    public StatementCount()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStarted = _ => mine.Value?.Add(),
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>How many messages the work sends.</summary>
    public async Task<int> Of(Func<Task> work)
    {
        var count = new StrongCount();
        mine.Value = count;
        await work();
        mine.Value = null;
        return count.Value;
    }

    public void Dispose() => listener.Dispose();

    sealed class StrongCount
    {
        int value;

        public int Value => value;

        public void Add() => Interlocked.Increment(ref value);
    }
}
