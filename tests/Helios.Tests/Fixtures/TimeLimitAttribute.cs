using System.Collections.Concurrent;
using System.Reflection;
using Helios.Tests.Fixtures;
using Xunit;
using Xunit.v3;

[assembly: TimeLimit(Minutes = 6)]

namespace Helios.Tests.Fixtures;

/// <summary>Ends a test that waits for what never comes, so that the run ends too and names it.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class TimeLimitAttribute : BeforeAfterTestAttribute
{
    readonly ConcurrentDictionary<string, Timer> running = new(StringComparer.Ordinal);

    /// <summary>The slowest test takes a third of this on a machine that does much else.</summary>
    public int Minutes { get; init; }

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        var context = TestContext.Current;
        running[test.UniqueID] = new Timer(_ => context.CancelCurrentTest(), state: null, TimeSpan.FromMinutes(Minutes), Timeout.InfiniteTimeSpan);
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (running.TryRemove(test.UniqueID, out var timer))
            timer.Dispose();
    }
}
