namespace Helios.Core.Exporting;

/// <summary>How many exports a node writes at once. Each holds a connection and a snapshot, and pages must never wait for one.</summary>
public sealed class ExportLanes : IDisposable
{
    const int Most = 4;

    /// <summary>A reader who takes longer keeps the database from clearing up; a million rows take a minute.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    readonly SemaphoreSlim lanes = new(Most);

    /// <summary>Whether another one would have to wait.</summary>
    public bool AreFull => lanes.CurrentCount == 0;

    /// <summary>Takes a lane, as soon as there is one.</summary>
    public Task Enter(CancellationToken stop) => lanes.WaitAsync(stop);

    /// <summary>Gives the lane back.</summary>
    public void Leave() => lanes.Release();

    public void Dispose() => lanes.Dispose();
}
