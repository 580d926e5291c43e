using System.Text.Json;

namespace Helios.Benchmarks.Measuring.Parts;

/// <summary>What people type into the palette, over everything that the organization has.</summary>
static class Searches
{
    public static async Task Measure(Bed bed)
    {
        (string Name, Func<Random, string> Text)[] searches =
        [
            ("key", random => bed.Facts.AnyTicket(random)),
            ("frequent word", Words.Frequent),
            ("rare word", Words.Rare),
            ("two words", random => $"{Words.Frequent(random)} {Words.Lesser(random)}"),
            ("two words, one of them rare", random => $"{Words.Sentence(random)} {Words.Rare(random)}"),
            ("beginning of a word", random => Words.Frequent(random)[..3]),
            ("typing error", Words.Mistyped),
        ];
        foreach (var (name, text) in searches)
        {
            using var found = JsonDocument.Parse(await bed.Read(Ask(bed, text(new Random(1)), 0)));
            if (found.RootElement.GetProperty("items").GetArrayLength() == 0)
                throw new InvalidOperationException($"The search for a {name} found nothing.");
            Load.Ask ask = (caller, random) => Ask(bed, text(random), caller);
            await bed.Warm(ask);
            var one = await bed.Run(ask, 1);
            bed.Report.Below($"search, {name}, p50, 1 caller", one.P50, "ms", null, $"GET /api/v1/search?q={text(new Random(1))}", one);
            bed.Report.Below($"search, {name}, p95, 1 caller", one.P95, "ms", 40, $"GET /api/v1/search?q={text(new Random(1))}", one);
        }

        Load.Ask mixed = (caller, random) => Ask(bed, searches[random.Next(searches.Length)].Text(random), caller);
        var eight = await bed.Run(mixed, 8);
        bed.Report.Below("search, all of these, p95, 8 callers", eight.P95, "ms", null, "GET /api/v1/search", eight);
        bed.Report.Above("search, all of these, 8 connections", eight.PerSecond, "/s", null, "GET /api/v1/search", eight);
    }

    static HttpRequestMessage Ask(Bed bed, string text, int caller) => bed.Api(HttpMethod.Get, "/search?q=" + Uri.EscapeDataString(text), caller);
}
