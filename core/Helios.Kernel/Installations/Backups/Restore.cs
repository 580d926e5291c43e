using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Installations.Embedded;
using Helios.Kernel.Secrets;

namespace Helios.Kernel.Installations.Backups;

/// <summary>Makes an installation out of a backup: our own migrations make its schema as it was, the rows come in, and it is migrated on.</summary>
/// <param name="settings">The new installation: an empty data folder, and perhaps an empty database of one's own.</param>
/// <param name="migrations">The schema of this program.</param>
/// <param name="report">Hears, in short lines for people, how far it is.</param>
/// <param name="clock">Gives the time of notes.</param>
public sealed class Restore(HeliosSettings settings, IReadOnlyList<MigrationSource> migrations, Action<string> report, TimeProvider clock)
{
    // Besides the database: its log of changes, and what sorting indices takes for a moment.
    const long Headroom = 512L << 20;

    /// <summary>Tells the bytes that are free in a folder.</summary>
    public Func<string, long> Room { get; init; } = Disk.Free;

    /// <summary>Restores.</summary>
    /// <exception cref="InstallationException">The backup, the key or the place is not as it must be; what was there is untouched.</exception>
    public async Task<BackupReport> Run(string file, CancellationToken stop)
    {
        Installation.RequireKeyOutside(settings);
        RestoreFolder.RequireEmpty(settings.DataFolder);
        using var backup = BackupReader.Open(file, settings, report);
        var level = RestoreLevel.Of(backup.Manifest, migrations);
        var own = settings.OwnServer;
        Disk.Require(settings.DataFolder, (own is null ? backup.Manifest.DatabaseBytes + Headroom : 0) + (backup.Manifest.Files?.Length ?? 0), "The restore", Room);
        if (own is not null)
            await OwnTarget.Require(own, level, stop);

        using var held = RestoreFolder.Take(settings.DataFolder, file, report);
        var progress = new Progress(report, clock, "Restored", backup.Manifest.Parts.Sum(part => part.Length));
        if (backup.Manifest.Files is { } files)
            await Unpack(backup, files, progress, stop);
        await using (var postgres = own is null ? await EmbeddedPostgres.Start(held, new EmbeddedOptions { Report = report, IsLoading = true }, stop) : null)
            await Fill(postgres?.Connections ?? own!, level, backup, progress, stop);
        RestoreFolder.Finish(held);
        return new BackupReport(file, new FileInfo(file).Length, backup.Header, backup.Manifest);
    }

    async Task Unpack(BackupReader backup, BackupPart files, Progress progress, CancellationToken stop)
    {
        await using var content = backup.Read(files, progress.Add);
        await StoredFiles.Unpack(content, settings.DataFolder, stop);
    }

    async Task Fill(DatabaseConnections database, IReadOnlyList<MigrationSource> level, BackupReader backup, Progress progress, CancellationToken stop)
    {
        await DatabaseRules.Require(database, stop);
        await Migrator.Run(database.Owner, database.ServerRole, level, stop);
        await using (var connection = await Catalog.Connect(database, stop))
            await new TableLoad(backup, progress).Run(connection, stop);

        foreach (var file in await Migrator.Run(database.Owner, database.ServerRole, migrations, stop))
            report($"Ran the migration {file}.");
        await new RootKeyStore(database.Owner, settings.RootKey, clock, report).Find(stop);
    }
}
