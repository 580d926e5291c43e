using System.Collections.Concurrent;

namespace Helios.Tests.Fixtures;

/// <summary>The system's time, which a test moves on: leases, back-offs and timers end without waiting.</summary>
public sealed class MovableTime : TimeProvider
{
    readonly ConcurrentDictionary<Timer, byte> timers = new();
    long ahead;

    /// <summary>Begins now.</summary>
    public MovableTime()
    {
    }

    /// <summary>Begins at another moment.</summary>
    public MovableTime(DateTimeOffset start) => ahead = (start - base.GetUtcNow()).Ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    public override long GetTimestamp() => base.GetTimestamp() + (long)(Interlocked.Read(ref ahead) * (double)TimestampFrequency / TimeSpan.TicksPerSecond);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        timers.TryAdd(timer, 0);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        Interlocked.Add(ref ahead, by.Ticks);
        foreach (var (timer, _) in timers)
            timer.Moved();
    }

    sealed class Timer(MovableTime time, ITimer real) : ITimer
    {
        DateTimeOffset? due;
        TimeSpan every;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            due = dueTime == Timeout.InfiniteTimeSpan ? null : time.GetUtcNow() + dueTime;
            every = period;
            return real.Change(dueTime, period);
        }

        public void Moved()
        {
            if (due is not { } at)
                return;
            var left = at - time.GetUtcNow();
            real.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, every);
        }

        public void Dispose()
        {
            time.timers.TryRemove(this, out _);
            real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
