using System.Data;
using Helios.Kernel.Data;
using Helios.Kernel.Secrets;
using Npgsql;

namespace Helios.Kernel.Installations.Backups;

/// <summary>Writes a backup of an installation, which may go on serving meanwhile: one snapshot of every table, and the stored files.</summary>
/// <param name="settings">The installation.</param>
/// <param name="modules">Core and the modules, for the manifest.</param>
/// <param name="report">Hears, in short lines for people, how far it is.</param>
/// <param name="clock">Gives the time of the backup.</param>
public sealed class Backup(HeliosSettings settings, IReadOnlyList<BackupModule> modules, Action<string> report, TimeProvider clock)
{
    /// <summary>The folder of backups below the data folder, when no other is named.</summary>
    public const string FolderName = "backups";

    /// <summary>Ends the name of a backup.</summary>
    public const string End = ".backup";

    /// <summary>Tells the bytes that are free in a folder.</summary>
    public Func<string, long> Room { get; init; } = Disk.Free;

    /// <summary>Writes it.</summary>
    /// <param name="database">The running database.</param>
    /// <param name="to">A file, or a folder in which it is named after the moment.</param>
    /// <param name="stop">Gives up and leaves no file.</param>
    /// <exception cref="InstallationException">It cannot be written; the message says why.</exception>
    public async Task<BackupReport> Write(DatabaseConnections database, string to, CancellationToken stop)
    {
        var key = await new RootKeyStore(database.Owner, settings.RootKey, clock, report).Find(stop)
            ?? throw new InstallationException("There is nothing to back up yet: the database names no root key.", "Start Helios once, and set it up.");
        var now = clock.GetUtcNow();
        var path = BackupPath.Of(to, now);
        try
        {
            return await Write(database, path, key, now, stop);
        }
        catch (IOException e)
        {
            throw new InstallationException($"The backup cannot be written to {path}: {e.Message}", "Make room or name another place with --to; nothing of it remains.", e);
        }
    }

    async Task<BackupReport> Write(DatabaseConnections database, string path, RootKey key, DateTimeOffset now, CancellationToken stop)
    {
        await using var connection = await Catalog.Connect(database, stop);
        var catalog = new Catalog(connection);
        // A table with row-level security that binds the owner is refused and not filtered.
        await catalog.Run("set row_security = off; set timezone = 'UTC'", stop);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await catalog.Run("set transaction read only", stop);
        var (rowBytes, allBytes) = await catalog.Bytes(stop);
        var files = StoredFiles.Measure(settings.DataFolder);
        Disk.Require(Path.GetDirectoryName(path)!, (rowBytes / 2) + files.Bytes, "The backup", Room);
        var progress = new Progress(report, clock, "Saved", total: null);
        using var writer = new BackupWriter(path, key, now, progress.Add);
        var manifest = new BackupManifest
        {
            Modules = modules,
            Migrations = await catalog.Migrations(stop),
            RootKeys = await catalog.RootKeys(stop),
            Tables = await Tables(connection, catalog, writer, stop),
            Sequences = await catalog.Sequences(stop),
            DatabaseBytes = allBytes,
        };
        manifest = await AddFiles(manifest, writer, stop);
        var bytes = await writer.Finish(manifest);
        return new BackupReport(path, bytes, writer.Header, manifest);
    }

    static async Task<List<BackupTable>> Tables(NpgsqlConnection connection, Catalog catalog, BackupWriter writer, CancellationToken stop)
    {
        List<BackupTable> saved = [];
        foreach (var table in await catalog.Tables(stop))
        {
            var rows = await catalog.Count(table, stop);
            var part = rows == 0 ? null : await writer.Add($"table {table.Schema}.{table.Name}", async to =>
            {
                await using var from = await connection.BeginRawBinaryCopyAsync($"copy {table.Sql} ({Quoted.Names(table.Columns)}) to stdout (format binary)", stop);
                await from.CopyToAsync(to, stop);
            });
            saved.Add(table with { Rows = rows, Part = part });
        }

        return saved;
    }

    async Task<BackupManifest> AddFiles(BackupManifest manifest, BackupWriter writer, CancellationToken stop)
    {
        if (!Directory.Exists(Path.Combine(settings.DataFolder, StoredFiles.FolderName)))
            return manifest;
        var count = 0;
        var part = await writer.Add("files", async to => count = await StoredFiles.Pack(settings.DataFolder, to, stop));
        return manifest with { Files = part, FileCount = count };
    }
}
