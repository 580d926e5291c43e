using System.Diagnostics;
using Xunit;

namespace Helios.Tests.Fixtures;

/// <summary>Waits for what happens beside a test and tells nobody. Between two looks it leaves the machine to those who work.</summary>
static class Eventually
{
    const int FirstPause = 2;
    const int LongestPause = 20;

    // A machine under load needs several times as long as a quiet one.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task Holds(Func<Task<bool>> holds)
    {
        var began = Stopwatch.GetTimestamp();
        for (var pause = FirstPause; !await holds(); pause = Math.Min(2 * pause, LongestPause))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, $"It did not happen within {Patience.TotalSeconds} seconds.");
            await Task.Delay(pause, TestContext.Current.CancellationToken);
        }
    }
}
