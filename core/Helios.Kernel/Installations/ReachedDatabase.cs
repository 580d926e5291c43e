using Helios.Kernel.Installations.Backups;
using Helios.Kernel.Installations.Embedded;

namespace Helios.Kernel.Installations;

/// <summary>The database of an installation that runs or not: a private one that does not run is started for the time of the work.</summary>
public sealed class ReachedDatabase : IAsyncDisposable
{
    readonly DataFolderLock? folder;
    readonly EmbeddedPostgres? started;

    ReachedDatabase(DatabaseConnections connections, DataFolderLock? folder = null, EmbeddedPostgres? started = null)
    {
        Connections = connections;
        this.folder = folder;
        this.started = started;
    }

    /// <summary>The ways into it.</summary>
    public DatabaseConnections Connections { get; }

    /// <summary>Reaches it.</summary>
    /// <exception cref="InstallationException">There is none.</exception>
    public static async Task<ReachedDatabase> Of(HeliosSettings settings, CancellationToken stop)
    {
        if (settings.OwnServer is { } own)
            return new ReachedDatabase(own);
        RestoreFolder.RequireDone(settings.DataFolder);
        if (DataFolderLock.IsHeld(settings.DataFolder))
            return new ReachedDatabase(EmbeddedPostgres.Running(settings.DataFolder));
        if (!EmbeddedPostgres.IsIn(settings.DataFolder))
            throw new InstallationException($"There is no Helios in {settings.DataFolder}.", "Name its data folder with --data.");

        var held = DataFolderLock.Take(settings.DataFolder);
        try
        {
            var postgres = await EmbeddedPostgres.Start(held, new EmbeddedOptions(), stop);
            return new ReachedDatabase(postgres.Connections, held, postgres);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (started is not null)
            await started.DisposeAsync();
        folder?.Dispose();
    }
}
