namespace Helios.Benchmarks.Measuring.Parts;

/// <summary>The page of one ticket, with its conversation, links and the requester's facts.</summary>
static class TicketPages
{
    public static async Task Measure(Bed bed)
    {
        Load.Ask ask = (_, random) => bed.Page("/desk/tickets/" + bed.Facts.AnyTicket(random));
        await bed.Warm(ask);
        var one = await bed.Run(ask, 1);
        var eight = await bed.Run(ask, 8);
        bed.Report.Below("page of a ticket, p50, 1 caller", one.P50, "ms", null, "GET /larkspur/desk/tickets/T-…", one);
        bed.Report.Below("page of a ticket, p95, 1 caller", one.P95, "ms", 30, "GET /larkspur/desk/tickets/T-…", one);
        bed.Report.Above("page of a ticket, 8 connections", eight.PerSecond, "/s", null, "GET /larkspur/desk/tickets/T-…", eight);
    }
}
