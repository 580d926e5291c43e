using System.Diagnostics;

namespace Helios.Benchmarks.Measuring.Parts;

/// <summary>All tickets as a file, read as fast as it comes, and what the server needs for it.</summary>
static class Exports
{
    const double Megabyte = 1024 * 1024;

    public static async Task Measure(Bed bed)
    {
        foreach (var format in (string[])["csv", "json"])
        {
            var before = Memory.Of(bed.Server.Id);
            var (most, bytes) = (before, 0L);
            var looked = Stopwatch.GetTimestamp();
            var begun = looked;
            using var request = bed.Api(HttpMethod.Get, "/lists/ticket/export?format=" + format, 0);
            using var answer = await bed.Load.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            answer.EnsureSuccessStatusCode();
            await using var body = await answer.Content.ReadAsStreamAsync();
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await body.ReadAsync(buffer)) > 0)
            {
                bytes += read;
                if (Stopwatch.GetElapsedTime(looked) < TimeSpan.FromSeconds(1))
                    continue;
                looked = Stopwatch.GetTimestamp();
                most = Math.Max(most, Memory.Of(bed.Server.Id));
            }

            var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            var how = $"GET /api/v1/lists/ticket/export?format={format}";
            bed.Report.Below(FormattableString.Invariant($"export of all tickets, {format}, {bytes / Megabyte:N0} MB"), seconds, "s", null, how);
            bed.Report.Below($"what the server grew by meanwhile, {format}", most - before, "MB", null, how);
        }
    }
}
