using Npgsql;

namespace Helios.Tests.Growing;

/// <summary>Says which tables changed between two moments: by how many rows there are and by the transactions that wrote them.</summary>
public sealed class Snapshots
{
    /// <summary>How many rows, and the sum of the transactions that wrote them: counted from one moment, since a transaction's number itself is no number to SQL.</summary>
    const string Mark = "count(*) || ' ' || count(*) * age('3'::xid)::bigint - coalesce(sum(age(t.xmin)), 0)";

    /// <summary>Changed outside the transaction of a command, on purpose: numbers of keys, and the count of wrong passwords.</summary>
    static readonly string[] OutsideOfTransactions = ["public.key_counter", "platform.sign_in_attempt"];

    readonly GrowingHouse house;
    readonly string sql;

    Snapshots(GrowingHouse house, IEnumerable<string> tables)
    {
        this.house = house;
        sql = string.Join(" union all ", tables.Except(OutsideOfTransactions).Select(table =>
            $"select '{table}', {Mark} from {Quoted(table)} t"));
    }

    public static async Task<Snapshots> Of(GrowingHouse house) => new(house, await Tables(house));

    /// <summary>Every table, without the partitions of others, with its schema.</summary>
    public static Task<List<string>> Tables(GrowingHouse house) => house.Column<string>(
        """
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'platform') and c.relkind in ('r', 'p') and not c.relispartition order by 1
        """);

    /// <summary>A table's name as it stands in SQL.</summary>
    public static string Quoted(string table) => string.Join('.', table.Split('.').Select(part => $"\"{part}\""));

    public async Task<Dictionary<string, string>> Take()
    {
        // Kept by its connection: planning it takes longer than all of its tables.
        await using var connection = await house.Database.Owner.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.PrepareAsync();
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
            taken[reader.GetString(0)] = reader.GetString(1);
        return taken;
    }

    /// <summary>The tables that are not as they were.</summary>
    public async Task<IReadOnlyList<string>> ChangedSince(Dictionary<string, string> before)
    {
        var after = await Take();
        return [.. after.Where(table => before[table.Key] != table.Value).Select(table => table.Key)];
    }
}
