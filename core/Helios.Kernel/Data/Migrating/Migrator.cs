using Helios.Kernel.Installations;
using Npgsql;

namespace Helios.Kernel.Data.Migrating;

/// <summary>Brings a database to the schema of the program: SQL files, forward only, each once and in a transaction of its own.</summary>
public static class Migrator
{
    // Any constant that nothing else locks; held by the session, so that nodes that start together migrate one after the other.
    internal const long LockKey = 0x48454C494F5301;

    /// <summary>Runs what the database has not run yet, module after module in the order given.</summary>
    /// <param name="owner">The connection of the role that owns the database.</param>
    /// <param name="serverRole">The role that migrations grant to; they read it as <c>helios.server_role</c>.</param>
    /// <param name="sources">The modules, those that others stand on first.</param>
    /// <param name="stop">Ends the work between two statements.</param>
    /// <returns>The files that ran, as <c>module/0001_name.sql</c>.</returns>
    /// <exception cref="InstallationException">The database does not fit the program, or a file failed.</exception>
    public static async Task<IReadOnlyList<string>> Run(string owner, string serverRole, IReadOnlyList<MigrationSource> sources, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(stop);
        await Execute(connection, $"select pg_advisory_lock({LockKey})", stop);
        await Prepare(connection, serverRole, stop);
        List<string> ran = [];
        foreach (var (module, file) in MigrationPlan.Of(sources, await Applied(connection, stop)))
        {
            await Apply(connection, serverRole, module, file, stop);
            ran.Add($"{module}/{file.FileName}");
        }

        return ran;
    }

    /// <summary>The files that the database has not run yet. Any role that may read <c>platform.migration</c> can ask.</summary>
    /// <exception cref="InstallationException">The database does not fit the program.</exception>
    public static async Task<IReadOnlyList<string>> Pending(NpgsqlDataSource database, IReadOnlyList<MigrationSource> sources, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        var applied = await Applied(connection, stop);
        return [.. MigrationPlan.Of(sources, applied).Select(step => $"{step.Module}/{step.File.FileName}")];
    }

    static async Task Prepare(NpgsqlConnection connection, string serverRole, CancellationToken stop)
    {
        await using var ask = new NpgsqlCommand("select to_regclass('platform.migration') is null", connection);
        if (await ask.ExecuteScalarAsync(stop) is false)
            return;
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await Execute(
            connection,
            $"""
            create schema if not exists platform;
            create table platform.migration (
              module text not null,
              number integer not null,
              name text not null,
              checksum text not null,
              applied_at timestamptz not null default now(),
              primary key (module, number)
            );
            grant usage on schema platform to {Quoted.Name(serverRole)};
            grant select on platform.migration to {Quoted.Name(serverRole)};
            """,
            stop);
        await transaction.CommitAsync(stop);
    }

    static async Task<IReadOnlyList<AppliedMigration>> Applied(NpgsqlConnection connection, CancellationToken stop)
    {
        List<AppliedMigration> applied = [];
        await using (var exists = new NpgsqlCommand("select to_regclass('platform.migration') is not null", connection))
            if (await exists.ExecuteScalarAsync(stop) is false)
                return applied;
        await using var ask = new NpgsqlCommand("select module, number, name, checksum from platform.migration order by module, number", connection);
        await using var rows = await ask.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
            applied.Add(new AppliedMigration(rows.GetString(0), rows.GetInt32(1), rows.GetString(2), rows.GetString(3)));
        return applied;
    }

    static async Task Apply(NpgsqlConnection connection, string serverRole, string module, MigrationFile file, CancellationToken stop)
    {
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            await using var role = new NpgsqlCommand("select set_config('helios.server_role', $1, true)", connection) { Parameters = { new() { Value = serverRole } } };
            await role.ExecuteNonQueryAsync(stop);
            await Execute(connection, file.Sql, stop);
            await using var note = new NpgsqlCommand("insert into platform.migration (module, number, name, checksum) values ($1, $2, $3, $4)", connection)
            {
                Parameters = { new() { Value = module }, new() { Value = file.Number }, new() { Value = file.Name }, new() { Value = file.Checksum } },
            };
            await note.ExecuteNonQueryAsync(stop);
            await transaction.CommitAsync(stop);
        }
        catch (PostgresException e)
        {
            throw new InstallationException($"Migration {file.FileName} of {module} failed and was rolled back: {e.MessageText}{Where(e, file)}", "Nothing of it remains. Report it with this message, and start the previous version meanwhile.", e);
        }
    }

    static string Where(PostgresException e, MigrationFile file) =>
        e.Position > 0 && e.Position <= file.Sql.Length ? $" (near line {file.Sql.AsSpan(0, e.Position).Count('\n') + 1})" : "";

    static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }
}
