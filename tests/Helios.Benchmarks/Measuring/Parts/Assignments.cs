namespace Helios.Benchmarks.Measuring.Parts;

/// <summary>A command with event, projection and live update: tickets are assigned while a browser follows.</summary>
static class Assignments
{
    const string How = "PUT /api/v1/tickets/T-…/assignee";

    public static async Task Measure(Bed bed)
    {
        Load.Ask ask = (caller, random) => Request(bed, caller, random);
        await bed.Warm(ask);
        var one = await bed.Run(ask, 1);
        bed.Report.Below("assign a ticket, p95, 1 caller", one.P95, "ms", null, How, one);
        foreach (var (callers, budget) in ((int, double)[])[(8, 15), (32, 50)])
        {
            await using var follower = await LiveFollower.Open(bed);
            var seen = follower.Changes;
            var sample = await bed.Run(ask, callers);
            await Task.Delay(TimeSpan.FromSeconds(1));
            bed.Report.Below($"assign a ticket, p95, {callers} callers", sample.P95, "ms", budget, How, sample);
            bed.Report.Above($"assign a ticket, {callers} callers", sample.PerSecond, "/s", null, How, sample);
            bed.Report.Above($"changes that a browser was told meanwhile, {callers} callers", (follower.Changes - seen) * 100.0 / sample.Ticks.Length, "%", null, "GET /live");
        }

        await Lag(bed);
    }

    public static HttpRequestMessage Request(Bed bed, int caller, Random random) =>
        bed.Api(HttpMethod.Put, $"/tickets/{bed.Facts.AnyOpen(random)}/assignee", caller, $$"""{"assignee":"{{bed.Facts.Staff[random.Next(bed.Facts.Staff.Length)]}}"}""");

    /// <summary>From the answer to the command until a browser hears of it, in quiet times.</summary>
    static async Task Lag(Bed bed)
    {
        await using var follower = await LiveFollower.Open(bed);
        List<double> lags = [];
        var random = new Random();
        for (var i = 0; i < 30; i++)
        {
            var heard = follower.Next();
            await bed.Read(Request(bed, 0, random));
            var begun = TimeProvider.System.GetTimestamp();
            if (await Task.WhenAny(heard, Task.Delay(TimeSpan.FromSeconds(5))) == heard)
                lags.Add(TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds);
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }

        lags.Sort();
        bed.Report.Below("live update after the command's answer, p95", lags.Count == 0 ? double.PositiveInfinity : lags[(int)(0.95 * (lags.Count - 1))], "ms", 1000, "GET /live");
    }
}
