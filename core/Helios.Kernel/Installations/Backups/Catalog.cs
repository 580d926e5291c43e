using Npgsql;

namespace Helios.Kernel.Installations.Backups;

/// <summary>What a database consists of, as the transaction sees it.</summary>
sealed class Catalog(NpgsqlConnection connection)
{
    const int BufferLength = 128 * 1024;

    /// <summary>A connection with room for large pieces: thousands of rows for one call of the system.</summary>
    public static async Task<NpgsqlConnection> Connect(DatabaseConnections database, CancellationToken stop)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.Owner) { ReadBufferSize = BufferLength, WriteBufferSize = BufferLength }.ConnectionString);
        await connection.OpenAsync(stop);
        return connection;
    }

    /// <summary>Every table that holds rows, partitions one by one; what extensions brought is theirs.</summary>
    public Task<List<BackupTable>> Tables(CancellationToken stop) => All(
        """
        select n.nspname::text, c.relname::text, p.relname::text, pg_get_expr(c.relpartbound, c.oid),
          array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum)
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        left join pg_inherits i on i.inhrelid = c.oid
        left join pg_class p on p.oid = i.inhparent
        where n.nspname in ('public', 'platform') and c.relkind = 'r'
          and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
        order by 1, 2
        """,
        row => new BackupTable(row.GetString(0), row.GetString(1), row.GetFieldValue<string[]>(4), Text(row, 2), Text(row, 3)),
        stop);

    public Task<List<BackupSequence>> Sequences(CancellationToken stop) => All(
        "select schemaname::text, sequencename::text, last_value from pg_sequences where schemaname in ('public', 'platform') order by 1, 2",
        row => new BackupSequence(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetInt64(2)),
        stop);

    public Task<List<BackupMigration>> Migrations(CancellationToken stop) => All(
        "select module, number, name, checksum from platform.migration order by module, number",
        static row => new BackupMigration(row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetString(3)),
        stop);

    public Task<List<string>> RootKeys(CancellationToken stop) => All(
        "select id from platform.root_key order by state, created_at desc", static row => row.GetString(0), stop);

    /// <summary>The bytes of a database: of its rows, and of all that it takes on disk.</summary>
    public async Task<(long Rows, long All)> Bytes(CancellationToken stop)
    {
        var sizes = await All(
            """
            select (select coalesce(sum(pg_table_size(c.oid)), 0)::bigint from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname in ('public', 'platform') and c.relkind = 'r'), pg_database_size(current_database())
            """,
            static row => (row.GetInt64(0), row.GetInt64(1)),
            stop);
        return sizes[0];
    }

    public async Task<long> Count(BackupTable table, CancellationToken stop)
    {
        await using var ask = new NpgsqlCommand($"select count(*) from {table.Sql}", connection);
        return (long)(await ask.ExecuteScalarAsync(stop))!;
    }

    public async Task<List<T>> All<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken stop)
    {
        await using var ask = new NpgsqlCommand(sql, connection);
        await using var rows = await ask.ExecuteReaderAsync(stop);
        List<T> found = [];
        while (await rows.ReadAsync(stop))
            found.Add(read(rows));
        return found;
    }

    public async Task Run(string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }

    static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
