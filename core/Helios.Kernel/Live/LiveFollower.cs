using System.Threading.Channels;

namespace Helios.Kernel.Live;

/// <summary>Somebody who waits for changes of one organization. Wake-ups that come faster than he reads are one.</summary>
public sealed class LiveFollower : IDisposable
{
    readonly Channel<long> sealedUpTo = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    readonly Action<LiveFollower> leave;
    int told = 1;

    internal LiveFollower(Guid? user, Action<LiveFollower> leave) => (User, this.leave) = (user, leave);

    /// <summary>The person who follows, or null.</summary>
    internal Guid? User { get; }

    /// <summary>Waits for the next wake-up and says up to which seq events are sealed (<see cref="long.MaxValue"/> when that is unknown, after a lost connection).</summary>
    public ValueTask<long> Next(CancellationToken stop) => sealedUpTo.Reader.ReadAsync(stop);

    /// <summary>Whether something reached his inbox, or left it, since he was asked last; true at first, since nobody knows.</summary>
    public bool TakeTold() => Interlocked.Exchange(ref told, 0) == 1;

    public void Dispose() => leave(this);

    internal void Tell()
    {
        Interlocked.Exchange(ref told, 1);
        Wake(long.MaxValue);
    }

    internal void Wake(long seq) => sealedUpTo.Writer.TryWrite(seq);
}
