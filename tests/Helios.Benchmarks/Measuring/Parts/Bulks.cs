using System.Text.Json;

namespace Helios.Benchmarks.Measuring.Parts;

/// <summary>One command done to some ten thousand tickets, and the one undo of all of it, as a person waits for them.</summary>
static class Bulks
{
    const int Wanted = 10_000;
    const double Budget = 20;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task Measure(Bed bed)
    {
        var (filter, rows) = await Filter(bed);
        var start = JsonSerializer.Serialize(new { command = "tickets.update", kind = "ticket", filter, input = new { priority = rows % 2 == 0 ? "urgent" : "low" }, why = "Measured" });
        await Settled(bed, await Key(bed, HttpMethod.Post, "/bulk", start));
        var (seconds, done) = await Timed(bed, () => Key(bed, HttpMethod.Post, "/bulk", JsonSerializer.Serialize(new { command = "tags.add", kind = "ticket", filter, input = new { tag = ("measured " + Guid.CreateVersion7().ToString("N"))[..36] } })));
        bed.Report.Below(FormattableString.Invariant($"bulk change of 10,000 tickets (of {done.Changed:N0})"), seconds * Wanted / Math.Max(done.Changed, 1), "s", Budget, "POST /api/v1/bulk");
        var (back, undone) = await Timed(bed, () => Undo(bed, done.Run));
        bed.Report.Below(FormattableString.Invariant($"its undo (of {undone.Changed:N0})"), back * Wanted / Math.Max(undone.Changed, 1), "s", Budget, "POST /api/v1/undo/…");
    }

    /// <summary>A window of time in which about so many tickets were made.</summary>
    static async Task<(string Filter, int Rows)> Filter(Bed bed)
    {
        // A filter reads no more than five digits of minutes.
        var (least, most) = (1, 99_999);
        while (most - least > 1)
        {
            var minutes = (least + most) / 2;
            var filter = FormattableString.Invariant($"created<{minutes}m");
            var answer = await Json(bed, HttpMethod.Get, "/bulk-count?kind=ticket&filter=" + Uri.EscapeDataString(filter), null);
            var rows = answer.GetProperty("rows").GetInt32();
            if (rows is > Wanted * 8 / 10 and < Wanted * 12 / 10)
                return (filter, rows);
            if (rows < Wanted)
                least = minutes;
            else
                most = minutes;
        }

        throw new InvalidOperationException(FormattableString.Invariant($"No window of time has about {Wanted:N0} tickets. Fill the folder anew with --fresh."));
    }

    static async Task<(double Seconds, (int Changed, string Run) Done)> Timed(Bed bed, Func<Task<string>> start)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var done = await Settled(bed, await start());
        return (TimeProvider.System.GetElapsedTime(begun).TotalSeconds, done);
    }

    static async Task<(int Changed, string Run)> Settled(Bed bed, string key)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(begun) < Patience)
        {
            var bulk = await Json(bed, HttpMethod.Get, "/bulk/" + key, null);
            if (bulk.GetProperty("state").GetString() is "done" or "canceled")
                return (bulk.GetProperty("counts").GetProperty("done").GetInt32(), bulk.GetProperty("run").GetString()!);
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        throw new InvalidOperationException($"The bulk change {key} came to no end.");
    }

    static async Task<string> Key(Bed bed, HttpMethod method, string path, string json) => (await Json(bed, method, path, json)).GetProperty("key").GetString()!;

    static async Task<string> Undo(Bed bed, string run) =>
        (await Json(bed, HttpMethod.Post, "/undo/" + run, null)).GetProperty("records")[0].GetProperty("key").GetString()!;

    static async Task<JsonElement> Json(Bed bed, HttpMethod method, string path, string? json)
    {
        using var answer = JsonDocument.Parse(await bed.Read(bed.Api(method, path, 0, json)));
        return answer.RootElement.Clone();
    }
}
