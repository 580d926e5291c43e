using System.Collections.Concurrent;
using System.Diagnostics;

namespace Helios.Tests.Fixtures;

/// <summary>Hears the messages that one flow of work sends to PostgreSQL, whoever else is at work in the process.</summary>
sealed class StatementCount : IDisposable
{
    readonly AsyncLocal<ConcurrentQueue<Activity>?> mine = new();
    readonly ActivityListener listener;

    public StatementCount()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => mine.Value is null ? ActivitySamplingResult.None : ActivitySamplingResult.AllData,
            ActivityStarted = message => mine.Value?.Enqueue(message),
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>How many messages the work sends.</summary>
    public async Task<int> Of(Func<Task> work) => (await Texts(work)).Count;

    /// <summary>What the work sends, in the order in which it began.</summary>
    public async Task<IReadOnlyList<string>> Texts(Func<Task> work)
    {
        ConcurrentQueue<Activity> heard = [];
        mine.Value = heard;
        await work();
        mine.Value = null;
        // Opening a connection is heard too, and has no text.
        return [.. heard.Select(message => message.GetTagItem("db.query.text") as string ?? message.GetTagItem("db.statement") as string).OfType<string>()];
    }

    public void Dispose() => listener.Dispose();
}
