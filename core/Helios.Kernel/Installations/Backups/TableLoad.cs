using Helios.Kernel.Data;
using Npgsql;

namespace Helios.Kernel.Installations.Backups;

/// <summary>Fills the tables of a database that was migrated and holds nothing else, in one transaction: all of it is there in the end, or nothing.</summary>
sealed class TableLoad(BackupReader backup, Progress progress)
{
    public async Task Run(NpgsqlConnection connection, CancellationToken stop)
    {
        var catalog = new Catalog(connection);
        await catalog.Run("set timezone = 'UTC'; set row_security = off", stop);
        await using (var transaction = await connection.BeginTransactionAsync(stop))
        {
            // A server that starts meanwhile waits here, where it would migrate.
            await catalog.Run($"select pg_advisory_xact_lock({Data.Migrating.Migrator.LockKey})", stop);
            await catalog.Run("set local maintenance_work_mem = '256MB'; set local max_parallel_maintenance_workers = 2; set local synchronous_commit = on", stop);
            await Partitions(catalog, stop);
            await RequireSame(catalog, stop);
            await catalog.Run($"truncate {string.Join(", ", backup.Manifest.Tables.Select(table => table.Sql))}", stop);
            var bare = await BareSchema.Strip(catalog, stop);
            foreach (var table in backup.Manifest.Tables.Where(table => table.Part is not null))
                await Fill(connection, catalog, table, stop);
            await bare.Dress(progress, stop);
            foreach (var sequence in backup.Manifest.Sequences)
                await catalog.Run($"select pg_catalog.setval({Quoted.Text($"{Quoted.Name(sequence.Schema)}.{Quoted.Name(sequence.Name)}")}, {sequence.Last ?? 1}, {(sequence.Last is null ? "false" : "true")})", stop);
            await transaction.CommitAsync(stop);
        }

        foreach (var table in backup.Manifest.Tables)
        {
            progress.Tell($"Looking over {table.Schema}.{table.Name} for the planner.");
            await catalog.Run($"analyze {table.Sql}", stop);
        }
    }

    // Months come and go: the partitions are those of the backup, and no others.
    async Task Partitions(Catalog catalog, CancellationToken stop)
    {
        foreach (var table in (await catalog.Tables(stop)).Where(table => table.Parent is not null))
            await catalog.Run($"drop table {table.Sql}", stop);
        foreach (var table in backup.Manifest.Tables.Where(table => table.Parent is not null))
            await catalog.Run($"create table {table.Sql} partition of {Quoted.Name(table.Schema)}.{Quoted.Name(table.Parent!)} {table.Bound}", stop);
    }

    async Task RequireSame(Catalog catalog, CancellationToken stop)
    {
        var there = (await catalog.Tables(stop)).ToDictionary(table => table.Sql, table => table.Columns.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var table in backup.Manifest.Tables)
            if (!there.TryGetValue(table.Sql, out var columns) || !columns.SetEquals(table.Columns))
                throw new InstallationException($"The table {table.Schema}.{table.Name} of the backup is not as this program makes it.", "Restore with the version of Helios that made the backup, and update then.");
    }

    async Task Fill(NpgsqlConnection connection, Catalog catalog, BackupTable table, CancellationToken stop)
    {
        await using (var from = backup.Read(table.Part!, progress.Add))
        await using (var to = await connection.BeginRawBinaryCopyAsync($"copy {table.Sql} ({Quoted.Names(table.Columns)}) from stdin (format binary, freeze)", stop))
        {
            try
            {
                await from.CopyToAsync(to, 1 << 18, stop);
            }
            catch
            {
                await to.CancelAsync();
                throw;
            }
        }

        var rows = await catalog.Count(table, stop);
        if (rows != table.Rows)
            throw new InstallationException($"The table {table.Schema}.{table.Name} has {rows} rows now, and had {table.Rows}.", "Take another copy of this backup, or an older backup.");
    }
}
