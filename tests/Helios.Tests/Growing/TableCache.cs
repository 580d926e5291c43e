namespace Helios.Tests.Growing;

/// <summary>What the tables hold; one that nobody wrote to since is not read again.</summary>
sealed class TableCache<T>(Snapshots snapshots, IReadOnlyCollection<string> tables, Func<string, Task<T>> read)
    where T : class
{
    readonly Dictionary<string, (string Stamp, T Rows)> known = new(StringComparer.Ordinal);

    /// <summary>Each table as it is now. Two answers share what did not change.</summary>
    public async Task<Dictionary<string, T>> Take()
    {
        var stamps = await snapshots.Take();
        foreach (var table in tables.Where(table => known.GetValueOrDefault(table).Stamp != stamps[table]))
            known[table] = (stamps[table], await read(table));
        return tables.ToDictionary(table => table, table => known[table].Rows, StringComparer.Ordinal);
    }
}
