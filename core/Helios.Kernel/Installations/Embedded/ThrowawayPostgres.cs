namespace Helios.Kernel.Installations.Embedded;

/// <summary>A cluster for a test: in a folder of its own below the system's temporary folder, gone when it is disposed.</summary>
public sealed class ThrowawayPostgres : IAsyncDisposable
{
    readonly DataFolderLock folder;

    ThrowawayPostgres(DataFolderLock folder, EmbeddedPostgres server) => (this.folder, Server) = (folder, server);

    /// <summary>The server that runs in it.</summary>
    public EmbeddedPostgres Server { get; }

    /// <summary>Starts one; any number may run beside each other.</summary>
    public static async Task<ThrowawayPostgres> Start(CancellationToken stop)
    {
        var taken = DataFolderLock.Take(Path.Combine(Path.GetTempPath(), $"helios-test-{Guid.CreateVersion7():n}"));
        try
        {
            return new ThrowawayPostgres(taken, await EmbeddedPostgres.Start(taken, new EmbeddedOptions { IsThrowaway = true }, stop));
        }
        catch
        {
            Remove(taken);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Remove(folder);
    }

    static void Remove(DataFolderLock folder)
    {
        folder.Dispose();
        Directory.Delete(folder.Folder, recursive: true);
    }
}
