using Helios.Kernel.Data;
using Helios.Kernel.Events;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Undo;

/// <summary>The events of runs that are to be taken back: of one, or of all that a portion of many records is going to ask for.</summary>
public sealed class RunEvents
{
    /// <summary>Runs that lie further apart are not worth reading together: all that happened between them would be read as well.</summary>
    static readonly TimeSpan Close = TimeSpan.FromSeconds(10);

    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    readonly Dictionary<Guid, List<WholeEvent>> known;

    RunEvents(Dictionary<Guid, List<WholeEvent>> known) => this.known = known;

    /// <summary>Reads what a series of undos asks for, by one statement; each finds it by <see cref="HeliosDb.Kept{T}"/>. Runs far apart are left to each.</summary>
    public static async Task<RunEvents> Ahead(HeliosDb db, IReadOnlyCollection<Guid> runs, CancellationToken stop)
    {
        Guid[] dated = [.. runs.Where(run => run.Version == 7).Order()];
        if (dated.Length == 0 || MomentOf(dated[^1]) - MomentOf(dated[0]) > Close)
            return new RunEvents([]);
        var read = await Between(db, MomentOf(dated[0]), MomentOf(dated[^1]), dated, stop);
        return new RunEvents(read.GroupBy(told => told.Event.RunId!.Value).ToDictionary(run => run.Key, run => run.ToList()));
    }

    /// <summary>The events of a run in the order in which they were written; none where there is no such run.</summary>
    internal static async Task<List<WholeEvent>> Of(HeliosDb db, Guid run, CancellationToken stop) =>
        run.Version != 7 ? [] : db.Kept<RunEvents>()?.known.GetValueOrDefault(run) ?? await Between(db, MomentOf(run), MomentOf(run), [run], stop);

    /// <summary>A run's id carries its millisecond, so the primary key finds its events.</summary>
    static Task<List<WholeEvent>> Between(HeliosDb db, DateTimeOffset first, DateTimeOffset last, Guid[] runs, CancellationToken stop)
    {
        var until = last + Tick;
        var events = db.Events.AsNoTracking()
            .Where(row => row.OccurredAt >= first && row.OccurredAt < until && runs.Contains(row.RunId!.Value))
            .OrderBy(row => row.Id);
        return WholeEvent.Read(db, events, stop);
    }

    static DateTimeOffset MomentOf(Guid version7)
    {
        Span<byte> bytes = stackalloc byte[16];
        version7.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = 0L;
        foreach (var part in bytes[..6])
            milliseconds = (milliseconds << 8) | part;
        return milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() - 1 ? DateTimeOffset.UnixEpoch : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }
}
