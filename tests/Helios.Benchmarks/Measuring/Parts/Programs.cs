using System.Text.Json;
using Helios.Benchmarks.Filling;

namespace Helios.Benchmarks.Measuring.Parts;

/// <summary>What programs do by the API: read lists of 50, and create tickets.</summary>
static class Programs
{
    public static async Task MeasureList(Bed bed)
    {
        using var page = JsonDocument.Parse(await bed.Read(bed.Api(HttpMethod.Get, "/tickets?limit=50", 0)));
        if (page.RootElement.GetProperty("items").GetArrayLength() != 50)
            throw new InvalidOperationException("The API's list of tickets has no 50 rows.");
        var (one, eight, many) = await bed.Measure((caller, _) => bed.Api(HttpMethod.Get, "/tickets?limit=50", caller));
        bed.Report.Below("API list of 50, p50, 1 caller", one.P50, "ms", null, "GET /api/v1/tickets?limit=50", one);
        bed.Report.Above("API list of 50, 8 connections", eight.PerSecond, "/s", 3000, "GET /api/v1/tickets?limit=50", eight);
        bed.Report.Above("API list of 50, 32 connections", many.PerSecond, "/s", null, "GET /api/v1/tickets?limit=50", many);
    }

    public static async Task MeasureCreate(Bed bed)
    {
        var words = new Vocabulary();
        var (one, eight, many) = await bed.Measure((caller, random) => bed.Api(HttpMethod.Post, "/tickets", caller, JsonSerializer.Serialize(new
        {
            subject = words.Subject(random),
            description = words.Description(random),
            requester = $"U-{1 + random.Next(bed.Facts.People)}",
        })));
        bed.Report.Below("API create, p50, 1 caller", one.P50, "ms", null, "POST /api/v1/tickets", one);
        bed.Report.Above("API create, with fsync, 8 connections", eight.PerSecond, "/s", 1000, "POST /api/v1/tickets", eight);
        bed.Report.Above("API create, with fsync, 32 connections", many.PerSecond, "/s", null, "POST /api/v1/tickets", many);
    }
}
