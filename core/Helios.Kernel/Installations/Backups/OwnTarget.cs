using Helios.Kernel.Data.Migrating;
using Npgsql;

namespace Helios.Kernel.Installations.Backups;

/// <summary>A database of one's own that a restore may fill: empty, or migrated no further than the backup and without data.</summary>
static class OwnTarget
{
    /// <summary>Refuses one that holds something.</summary>
    /// <exception cref="InstallationException">It holds something.</exception>
    public static async Task Require(DatabaseConnections database, IReadOnlyList<MigrationSource> level, CancellationToken stop)
    {
        await DatabaseRules.Require(database, stop);
        await using var connection = await Catalog.Connect(database, stop);
        var catalog = new Catalog(connection);
        var tables = (await catalog.Tables(stop)).Select(table => $"{table.Schema}.{table.Name}").ToHashSet(StringComparer.Ordinal);
        if (tables.Count == 0)
            return;
        if (!tables.Contains("platform.migration"))
            throw Occupied(connection, "tables of another program");
        if (await Holds(catalog, tables, "platform.organization", stop) || await Holds(catalog, tables, "platform.root_key", stop))
            throw Occupied(connection, "an installation already");
        var steps = await catalog.Migrations(stop);
        if (steps.Exists(step => !level.Any(source => string.Equals(source.Module, step.Module, StringComparison.Ordinal) && step.Number <= source.Files.Count)))
            throw Occupied(connection, "a schema that is newer than the backup");
    }

    static async Task<bool> Holds(Catalog catalog, HashSet<string> tables, string table, CancellationToken stop) =>
        tables.Contains(table) && (await catalog.All($"select exists (select from {table})", static row => row.GetBoolean(0), stop))[0];

    static InstallationException Occupied(NpgsqlConnection connection, string what) => new(
        $"The database {connection.Database} of HELIOS_DATABASE holds {what}.",
        "Let HELIOS_DATABASE and HELIOS_DATABASE_OWNER name an empty database; a restore replaces nothing.");
}
