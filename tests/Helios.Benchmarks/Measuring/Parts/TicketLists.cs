using System.Net;
using System.Text.RegularExpressions;

namespace Helios.Benchmarks.Measuring.Parts;

/// <summary>The page of the ticket list: 50 rows of all, of the open ones, of an assignee's, and the rows that follow as one scrolls.</summary>
static partial class TicketLists
{
    const string Path = "/desk/tickets";

    public static async Task Measure(Bed bed)
    {
        var next = await Next(bed);
        (string Name, Load.Ask Ask)[] lists =
        [
            ("list of tickets", (_, _) => bed.Page(Path)),
            ("list of tickets, open", (_, _) => bed.Page(Path + "?q=status%3Aopen")),
            ("list of tickets, every status", (_, _) => bed.Page(Path + "?q=status%3Aclosed%20OR%20status%3Aopen")),
            ("list of tickets, of an assignee", (_, random) => bed.Page($"{Path}?q=assignee%3A{bed.Facts.Staff[random.Next(bed.Facts.Staff.Length)]}")),
            ("list of tickets, with a rare word", (_, random) => bed.Page($"{Path}?q={Words.Rare(random)}")),
            ("list of tickets, 50 more rows", (_, _) => bed.Page(next)),
        ];
        foreach (var (name, ask) in lists)
        {
            var how = WebUtility.UrlDecode(ask(0, new Random(1)).RequestUri!.OriginalString.Split("then=")[0]);
            if (name == lists[0].Name)
            {
                var (one, eight, many) = await bed.Measure(ask);
                bed.Report.Below(name + ", p50, 1 caller", one.P50, "ms", null, how, one);
                bed.Report.Below(name + ", p95, 1 caller", one.P95, "ms", 20, how, one);
                bed.Report.Above(name + ", 8 connections", eight.PerSecond, "/s", 600, how, eight);
                bed.Report.Below(name + ", p95, 8 callers", eight.P95, "ms", null, how, eight);
                bed.Report.Above(name + ", 32 connections", many.PerSecond, "/s", 600, how, many);
                continue;
            }

            await bed.Warm(ask);
            var alone = await bed.Run(ask, 1);
            bed.Report.Below(name + ", p50, 1 caller", alone.P50, "ms", null, how, alone);
            bed.Report.Below(name + ", p95, 1 caller", alone.P95, "ms", 20, how, alone);
        }
    }

    /// <summary>The address from which the page loads on; also proves that the list has 50 rows.</summary>
    static async Task<string> Next(Bed bed)
    {
        var page = await bed.Read(bed.Page(Path));
        var rows = TicketAddress().Matches(page).Select(match => match.Value).Distinct(StringComparer.Ordinal).Count();
        if (rows < 50)
            throw new InvalidOperationException($"The list of tickets shows {rows} tickets.");
        return NextAddress().Match(page) is { Success: true } match
            ? WebUtility.HtmlDecode(match.Groups["address"].Value)[("/" + Filling.Filler.Slug).Length..]
            : throw new InvalidOperationException("The list of tickets has no next page.");
    }

    [GeneratedRegex("/desk/tickets/T-[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TicketAddress();

    [GeneratedRegex("data-then=\"(?<address>/larkspur/desk/tickets\\?[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NextAddress();
}
