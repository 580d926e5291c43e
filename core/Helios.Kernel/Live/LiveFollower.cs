using System.Threading.Channels;

namespace Helios.Kernel.Live;

/// <summary>Somebody who waits for changes of one organization. Wake-ups that come faster than he reads are one.</summary>
public sealed class LiveFollower : IDisposable
{
    readonly Channel<long> sealedUpTo = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    readonly Action<LiveFollower> leave;

    internal LiveFollower(Action<LiveFollower> leave) => this.leave = leave;

    /// <summary>Waits for the next wake-up and says up to which seq events are sealed (<see cref="long.MaxValue"/> when that is unknown, after a lost connection).</summary>
    public ValueTask<long> Next(CancellationToken stop) => sealedUpTo.Reader.ReadAsync(stop);

    public void Dispose() => leave(this);

    internal void Wake(long seq) => sealedUpTo.Writer.TryWrite(seq);
}
