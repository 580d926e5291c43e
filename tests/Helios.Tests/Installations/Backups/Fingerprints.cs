using System.Security.Cryptography;
using Npgsql;
using Xunit;

namespace Helios.Tests.Installations.Backups;

/// <summary>Every table of a database with a hash of all its rows in order, and where each sequence stands.</summary>
static class Fingerprints
{
    /// <summary>Table or sequence to what it holds.</summary>
    public static async Task<SortedDictionary<string, string>> Of(string connectionString)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var prints = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (table, columns) in await Tables(connection))
            prints[table] = await Hash(connection, $"copy (select {columns} from {table} t order by t::text) to stdout");
        foreach (var (name, last) in await Pairs(connection, "select schemaname || '.' || sequencename, coalesce(last_value::text, 'never') from pg_sequences where schemaname in ('public', 'platform')"))
            prints["sequence " + name] = last;
        return prints;
    }

    /// <summary>What makes a schema: columns, indices, keys, checks, triggers, policies and grants.</summary>
    public static async Task<IReadOnlyList<string>> Schema(string connectionString)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var parts = await Pairs(
            connection,
            """
            with t as (select c.* from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'platform'))
            select 'index ' || c.relname, pg_get_indexdef(i.indexrelid) || i.indisvalid from pg_index i join t on t.oid = i.indrelid join pg_class c on c.oid = i.indexrelid
            -- A check that was not asked of older rows is asked of every row of a partition that is new.
            union all select 'constraint ' || t.relname || ' ' || k.conname, replace(pg_get_constraintdef(k.oid), ' NOT VALID', '') || (k.convalidated or t.relispartition) from pg_constraint k join t on t.oid = k.conrelid
            union all select 'trigger ' || t.relname || ' ' || g.tgname, pg_get_triggerdef(g.oid) || g.tgenabled::text from pg_trigger g join t on t.oid = g.tgrelid where not g.tgisinternal
            union all select 'table ' || t.relname, t.relkind::text || t.relrowsecurity || coalesce(t.relacl::text, '') || coalesce(pg_get_expr(t.relpartbound, t.oid), '') || pg_get_userbyid(t.relowner) from t
            union all select 'policy ' || tablename || ' ' || policyname, coalesce(qual, '') || coalesce(with_check, '') from pg_policies
            """);
        return [.. parts.Select(part => $"{part.Key}: {part.Value}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Columns whose binary form another cluster would not understand: types that are numbered anew in each.</summary>
    public static async Task<IReadOnlyList<string>> ForeignColumns(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return [.. (await Pairs(
            connection,
            """
            select c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod) from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('public', 'platform') and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and (a.atttypid >= 16384 or a.atttypid::regtype::text like 'reg%')
            """)).Select(pair => pair.Key)];
    }

    static Task<List<KeyValuePair<string, string>>> Tables(NpgsqlConnection connection) => Pairs(
        connection,
        """
        select format('%I.%I', n.nspname, c.relname), string_agg(format('t.%I', a.attname), ', ' order by a.attname)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where n.nspname in ('public', 'platform') and c.relkind = 'r' group by 1
        """);

    static async Task<List<KeyValuePair<string, string>>> Pairs(NpgsqlConnection connection, string sql)
    {
        await using var ask = new NpgsqlCommand(sql, connection);
        await using var rows = await ask.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<KeyValuePair<string, string>> pairs = [];
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            pairs.Add(new(rows.GetString(0), rows.GetString(1)));
        return pairs;
    }

    static async Task<string> Hash(NpgsqlConnection connection, string copy)
    {
        using var rows = await connection.BeginTextExportAsync(copy, TestContext.Current.CancellationToken);
        var text = await rows.ReadToEndAsync(TestContext.Current.CancellationToken);
        return $"{text.Count(letter => letter == '\n')} rows {Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..16]}";
    }
}
