using System.Text.Json.Nodes;

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
    readonly IReadOnlyList<string> tables;

    RowPictures(GrowingHouse house, IReadOnlyList<string> tables) => (this.house, this.tables) = (house, tables);

    /// <summary>Pictures of all tables but these.</summary>
    public static async Task<RowPictures> Of(GrowingHouse house, IEnumerable<string> without) =>
        new(house, [.. (await Snapshots.Tables(house)).Except(Records).Except(without.Select(table => "public." + table), StringComparer.Ordinal)]);

    /// <summary>The rows as they are now, each with its table before it.</summary>
    public async Task<SortedSet<string>> Take()
    {
        var rows = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var line in await house.Column<string>(string.Join(" union all ", tables.Select(table => $"select '{table} ' || to_jsonb(t)::text from {Snapshots.Quoted(table)} t"))))
        {
            var at = line.IndexOf(' ', StringComparison.Ordinal);
            var row = JsonNode.Parse(line[at..])!.AsObject();
            foreach (var column in Counting)
                row.Remove(column);
            rows.Add(line[..at] + " " + row.ToJsonString());
        }

        return rows;
    }

    /// <summary>What one picture has and the other has not.</summary>
    public static IReadOnlyList<string> Differences(SortedSet<string> before, SortedSet<string> after) =>
        [.. before.Except(after).Select(row => "- " + row), .. after.Except(before).Select(row => "+ " + row)];
}
