namespace Helios.Benchmarks.Filling;

/// <summary>Takes indices, keys and references from tables before they are filled, and puts them back exactly as the migrations made them.</summary>
sealed class BareTables
{
    readonly Owner owner;
    readonly string[] tables;
    readonly List<(string Table, string Name, string Definition)> references;
    readonly List<(string Table, string Name, bool IsPrimary, string Index)> keys;
    readonly List<(string Name, string Definition)> indices;

    BareTables(
        Owner owner, string[] tables, List<(string Table, string Name, string Definition)> references,
        List<(string Table, string Name, bool IsPrimary, string Index)> keys, List<(string Name, string Definition)> indices) =>
        (this.owner, this.tables, this.references, this.keys, this.indices) = (owner, tables, references, keys, indices);

    public static async Task<BareTables> Strip(Owner owner, string[] tables, CancellationToken stop)
    {
        var list = $"('{string.Join("'::regclass, '", tables)}'::regclass)";
        var others = await owner.Ask(
            $"select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint where contype = 'f' and conparentid = 0 and (conrelid in {list} or confrelid in {list})",
            row => (row.GetString(0), row.GetString(1), row.GetString(2)), stop);
        var unique = await owner.Ask(
            $"select conrelid::regclass::text, quote_ident(conname), contype = 'p', pg_get_indexdef(conindid) from pg_constraint where contype in ('p', 'u') and conrelid in {list}",
            row => (row.GetString(0), row.GetString(1), row.GetBoolean(2), row.GetString(3)), stop);
        var plain = await owner.Ask(
            $"""
            select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index i
            where indrelid in {list} and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))
            """,
            row => (row.GetString(0), row.GetString(1)), stop);
        await owner.Do(
            string.Join('\n',
            [
                .. others.Select(one => $"alter table {one.Item1} drop constraint {one.Item2};"),
                .. unique.Select(one => $"alter table {one.Item1} drop constraint {one.Item2};"),
                .. plain.Select(one => $"drop index {one.Item1};"),
                .. tables.Select(table => $"alter table {table} disable trigger user; alter table {table} set (autovacuum_enabled = false);"),
            ]),
            stop);
        return new BareTables(owner, tables, others, unique, plain);
    }

    public async Task Restore(CancellationToken stop)
    {
        // The largest first, so that the last ones end together.
        await owner.DoAll([.. indices.Select(one => one.Definition).OrderByDescending(IsSlow), .. keys.Select(one => one.Index)], 2, stop);
        await owner.Do(string.Join('\n', keys.Select(one => $"alter table {one.Table} add constraint {one.Name} {(one.IsPrimary ? "primary key" : "unique")} using index {one.Name};")), stop);
        await owner.DoAll(references.Select(one => $"alter table {one.Table} add constraint {one.Name} {one.Definition}"), 1, stop);
        await owner.Do(string.Join('\n', tables.Select(table => $"alter table {table} enable trigger user; alter table {table} reset (autovacuum_enabled);")), stop);
    }

    static bool IsSlow(string definition) => definition.Contains("USING gin", StringComparison.Ordinal);
}
