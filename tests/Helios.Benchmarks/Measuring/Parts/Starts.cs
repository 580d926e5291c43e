namespace Helios.Benchmarks.Measuring.Parts;

/// <summary>Starts of the server over existing data: after an orderly end, and after it was killed under load.</summary>
static class Starts
{
    const int Times = 3;

    public static async Task Measure(BenchOptions options, string cookie, Reporting.Report report)
    {
        var first = new List<TimeSpan>();
        var list = new List<TimeSpan>();
        for (var i = 0; i < Times; i++)
        {
            await using var server = ServerProcess.Start(options);
            await Time(server, cookie, first, list);
        }

        report.Below("start to first page (sign-in)", Median(first), "s", 3, "./helios run, GET /sign-in");
        report.Below("start to first list of tickets, signed in", Median(list), "s", 3, "./helios run, GET /larkspur/desk/tickets");
    }

    /// <summary>Kills the loaded server, and times its next start.</summary>
    public static async Task MeasureCrash(Bed bed)
    {
        using var load = new Load(bed.Server.Address);
        var asking = load.Run((caller, random) => Assignments.Request(bed, caller, random), 8, TimeSpan.FromMinutes(1));
        await Task.Delay(TimeSpan.FromSeconds(3));
        await bed.Server.Kill();
        try
        {
            await asking;
        }
        catch (HttpRequestException)
        {
            // Its callers lost it.
        }

        await using var next = ServerProcess.Start(bed.Options);
        List<TimeSpan> first = [], list = [];
        await Time(next, bed.Cookie, first, list);
        bed.Report.Below("start after a crash under load, to the list", list[0].TotalSeconds, "s", 6, "kill -9 under 8 callers, ./helios run");
    }

    static async Task Time(ServerProcess server, string cookie, List<TimeSpan> first, List<TimeSpan> list)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        first.Add(await server.Answers(http, () => new HttpRequestMessage(HttpMethod.Get, "/sign-in")));
        list.Add(await server.Answers(http, () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/larkspur/desk/tickets");
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
            return request;
        }));
    }

    static double Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2).TotalSeconds;
}
