using System.Collections.Concurrent;
using System.Diagnostics;

namespace Helios.Tests.Tickets;

/// <summary>The statements that the database was sent while it listened, below the activity that it began.</summary>
sealed class StatementCount : IDisposable
{
    readonly ActivitySource source = new("Helios.Tests");
    readonly ActivityListener listener;
    readonly Activity? root;
    readonly ConcurrentQueue<string> statements = new();

    public StatementCount()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = heard => heard.Name is "Npgsql" or "Helios.Tests",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = Stopped,
        };
        ActivitySource.AddActivityListener(listener);
        root = source.StartActivity("count");
    }

    /// <summary>Every message with the text that it held, the organization's setting left out.</summary>
    public IReadOnlyList<string> Statements => [.. statements];

    public void Dispose()
    {
        root?.Dispose();
        listener.Dispose();
        source.Dispose();
    }

    void Stopped(Activity activity)
    {
        // What others ask is heard from the first moment on, before the own activity has begun.
        if (root is { } own && activity.TraceId == own.TraceId && (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) is string text)
            statements.Enqueue(text);
    }
}
