namespace Helios.Tests.Growing;

/// <summary>Every row of every table that is no record of what happened, without what only counts changes: two pictures are equal when all is as it was.</summary>
sealed class RowPictures
{
    /// <summary>What happened, keys, jobs' hand-over, and what triggers and sweeps make of the rest.</summary>
    static readonly string[] Records =
    [
        "public.event", "public.event_detail", "public.event_seal", "public.seal_head", "platform.event_unsealed", "public.idempotency", "public.key_counter",
        "public.search_change", "public.search_word", "platform.sign_in_attempt", "platform.job",
    ];

    /// <summary>Columns that are new with every change, be it forth or back, or are reckoned anew after it.</summary>
    static readonly string[] Counting = ["version", "updated_at", "profile_stamp", "next_at"];

    readonly GrowingHouse house;
    readonly TableCache<HashSet<string>> tables;

    RowPictures(GrowingHouse house, Snapshots snapshots, IReadOnlyCollection<string> tables) =>
        (this.house, this.tables) = (house, new TableCache<HashSet<string>>(snapshots, tables, Read));

    /// <summary>Pictures of all tables but these.</summary>
    public static async Task<RowPictures> Of(GrowingHouse house, IEnumerable<string> without) =>
        new(house, await Snapshots.Of(house), [.. (await Snapshots.Tables(house)).Except(Records).Except(without.Select(table => "public." + table), StringComparer.Ordinal)]);

    /// <summary>The rows of each table as they are now.</summary>
    public Task<Dictionary<string, HashSet<string>>> Take() => tables.Take();

    /// <summary>What one picture has and the other has not.</summary>
    public static IReadOnlyList<string> Differences(Dictionary<string, HashSet<string>> before, Dictionary<string, HashSet<string>> after) =>
        [.. before.Where(table => !ReferenceEquals(table.Value, after[table.Key])).OrderBy(table => table.Key, StringComparer.Ordinal).SelectMany(table =>
            table.Value.Except(after[table.Key]).Order(StringComparer.Ordinal).Select(row => $"- {table.Key} {row}")
                .Concat(after[table.Key].Except(table.Value).Order(StringComparer.Ordinal).Select(row => $"+ {table.Key} {row}")))];

    async Task<HashSet<string>> Read(string table) =>
        [.. await house.Column<string>($"select (to_jsonb(t) - $1::text[])::text from {Snapshots.Quoted(table)} t", [Counting])];
}
