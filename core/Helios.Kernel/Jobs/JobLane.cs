namespace Helios.Kernel.Jobs;

/// <summary>Some slots of a node for some jobs, so that what somebody waits for never stands behind long work.</summary>
sealed class JobLane(int slots, string[] names) : IDisposable
{
    readonly SemaphoreSlim free = new(slots);

    /// <summary>The jobs that run here.</summary>
    public string[] Names => names;

    /// <summary>Takes a slot, if there is a free one.</summary>
    public bool Enter() => free.Wait(0);

    /// <summary>Gives the slot back.</summary>
    public void Leave() => free.Release();

    /// <summary>Waits until every slot is free again.</summary>
    public async Task Drain()
    {
        for (var i = 0; i < slots; i++)
            await free.WaitAsync(CancellationToken.None);
    }

    public void Dispose() => free.Dispose();
}
