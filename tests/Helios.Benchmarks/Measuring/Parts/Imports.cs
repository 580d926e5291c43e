using System.Globalization;
using System.Text;
using System.Text.Json;
using Helios.Benchmarks.Filling;

namespace Helios.Benchmarks.Measuring.Parts;

/// <summary>A file of 20,000 new people through the form, while somebody watches its page.</summary>
static class Imports
{
    const int Rows = 20_000;
    const double Budget = 30;

    /// <summary>How often the page of an import shows itself anew.</summary>
    static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task Measure(Bed bed)
    {
        var key = await Upload(bed);
        var begun = TimeProvider.System.GetTimestamp();
        await bed.Read(bed.Api(HttpMethod.Post, $"/imports/{key}/start", 0, "{}"));
        var slowest = TimeSpan.Zero;
        while (true)
        {
            var asked = TimeProvider.System.GetTimestamp();
            await bed.Read(bed.Page("/imports/" + key));
            var answered = TimeProvider.System.GetElapsedTime(asked);
            slowest = answered > slowest ? answered : slowest;
            using var import = JsonDocument.Parse(await bed.Read(bed.Api(HttpMethod.Get, "/imports/" + key, 0)));
            var counts = import.RootElement.GetProperty("counts");
            if (import.RootElement.GetProperty("state").GetString() == "done")
            {
                var created = counts.GetProperty("created").GetInt32();
                if (created != Rows)
                    throw new InvalidOperationException($"Of {Rows} rows {created} became people: {counts}");
                break;
            }

            if (TimeProvider.System.GetElapsedTime(begun) > Patience)
                throw new InvalidOperationException($"The import came to no end: {counts}");
            await Task.Delay(Look);
        }

        bed.Report.Below(FormattableString.Invariant($"import of {Rows:N0} people, its page looked at each second"), TimeProvider.System.GetElapsedTime(begun).TotalSeconds, "s", Budget, "/larkspur/imports/…");
        bed.Report.Below("slowest answer of that page", slowest.TotalMilliseconds, "ms", null, "/larkspur/imports/…");
    }

    /// <summary>Sends the file as a browser does; the API takes a megabyte at most. Gives the import's key.</summary>
    static async Task<string> Upload(Bed bed)
    {
        // No two runs over the same data may mean the same people.
        var run = Guid.CreateVersion7().ToString("N")[..12];
        var text = new StringBuilder("Name,Username,Email,Title,Location,Manager\n");
        for (var row = 1; row <= Rows; row++)
            text.Append(CultureInfo.InvariantCulture, $"Person {run} {row},{run}.{row},{run}.{row}@import.example,Engineer,Import place {row % 40},{run}.{1 + (row / 50)}\n");
        var page = await bed.Read(bed.Page("/imports/new/user"));
        using var target = new StringContent("user");
        using var file = new StringContent(text.ToString(), Encoding.UTF8, "text/csv");
        using var token = new StringContent(Session.TokenOf(page));
        using var form = new MultipartFormDataContent { { token, Session.TokenName }, { target, "target" }, { file, "content", "people.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{Filler.Slug}/imports") { Content = form };
        request.Headers.TryAddWithoutValidation("Cookie", bed.Cookie);
        request.Headers.TryAddWithoutValidation("Origin", bed.Server.Address.GetLeftPart(UriPartial.Authority));
        using var answer = await bed.Load.Http.SendAsync(request);
        return answer.Headers.Location is { } at
            ? at.ToString().Split('/')[^1]
            : throw new InvalidOperationException($"The file was answered {(int)answer.StatusCode}.");
    }
}
