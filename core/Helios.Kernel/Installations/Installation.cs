using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Installations.Backups;
using Helios.Kernel.Installations.Embedded;
using Helios.Kernel.Secrets;

namespace Helios.Kernel.Installations;

/// <summary>An installation that is ready to serve: its data folder held, its database running and current, its root key at hand.</summary>
public sealed class Installation : IAsyncDisposable
{
    readonly DataFolderLock folder;
    readonly EmbeddedPostgres? postgres;

    Installation(HeliosSettings settings, DataFolderLock folder, EmbeddedPostgres? postgres, RootKey rootKey)
    {
        Settings = settings;
        this.folder = folder;
        this.postgres = postgres;
        RootKey = rootKey;
        Database = postgres?.Connections ?? settings.OwnServer!;
        Failed = postgres?.Failed ?? new TaskCompletionSource<InstallationException>().Task;
    }

    public HeliosSettings Settings { get; }

    /// <summary>The connections of the owner and of the server's role.</summary>
    public DatabaseConnections Database { get; }

    public RootKey RootKey { get; }

    /// <summary>Completes with the reason when the database is lost for good; the server stops then.</summary>
    public Task<InstallationException> Failed { get; }

    /// <summary>Takes the data folder, starts the database, brings it to the schema of the program and finds the root key.</summary>
    /// <param name="settings">What the installation was told.</param>
    /// <param name="migrations">The schema, module by module, those that others stand on first.</param>
    /// <param name="report">Hears, in short lines for people, what happens.</param>
    /// <param name="clock">Gives the year of a new key and the time of notes.</param>
    /// <param name="stop">Gives up and leaves nothing running.</param>
    /// <exception cref="InstallationException">Something is not as it must be; the message says what and what to do.</exception>
    public static async Task<Installation> Open(HeliosSettings settings, IReadOnlyList<MigrationSource> migrations, Action<string> report, TimeProvider clock, CancellationToken stop)
    {
        RequireKeyOutside(settings);
        var held = DataFolderLock.Take(settings.DataFolder);
        EmbeddedPostgres? started = null;
        try
        {
            RestoreFolder.RequireDone(held.Folder);
            if (settings.OwnServer is null)
                started = await EmbeddedPostgres.Start(held, new EmbeddedOptions { Report = report }, stop);
            var database = started?.Connections ?? settings.OwnServer!;
            await DatabaseRules.Require(database, stop);
            foreach (var file in await Migrator.Run(database.Owner, database.ServerRole, migrations, stop))
                report($"Ran the migration {file}.");
            var keys = new RootKeyStore(database.Owner, settings.RootKey, clock, report);
            if (settings.RecoveryKey is { } copy)
                await keys.Restore(copy, stop);
            return new Installation(settings, held, started, await keys.Open(stop));
        }
        catch
        {
            if (started is not null)
                await started.DisposeAsync();
            held.Dispose();
            throw;
        }
    }

    /// <summary>Stops the database and gives the data folder free. Everything that uses the database must have ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (postgres is not null)
            await postgres.DisposeAsync();
        folder.Dispose();
    }

    // Whoever copies the data folder must not get the key with it.
    internal static void RequireKeyOutside(HeliosSettings settings)
    {
        var relative = Path.GetRelativePath(settings.DataFolder, settings.RootKey.Path);
        var isOutside = relative is ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative);
        if (!isOutside)
            throw new InstallationException($"The root key would lie inside the data folder ({settings.RootKey.Path}).", "Name a file outside of it with HELIOS_ROOT_KEY: a copy of the data must not hold its key.");
    }
}
