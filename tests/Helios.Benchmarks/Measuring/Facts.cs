using Helios.Benchmarks.Filling;
using Helios.Kernel.Installations.Embedded;

namespace Helios.Benchmarks.Measuring;

/// <summary>Keys of rows that the callers ask for.</summary>
/// <param name="Open">Open tickets.</param>
/// <param name="Staff">People to whom tickets are assigned.</param>
/// <param name="Tickets">How many tickets there are.</param>
/// <param name="People">How many people there are.</param>
sealed record Facts(string[] Open, string[] Staff, int Tickets, int People)
{
    public static async Task<Facts> Read(BenchOptions options)
    {
        var owner = new Owner(EmbeddedPostgres.Running(options.Folder).Owner);
        var open = await owner.Ask(
            "select key from ticket where organization_id = (select id from platform.organization where slug = 'larkspur') and status in ('new', 'in_progress', 'waiting') order by updated_at desc limit 20000",
            row => row.GetString(0), CancellationToken.None);
        return new Facts([.. open], [.. Enumerable.Range(1, Tenant.MostStaff).Select(number => $"U-{number}")], options.Tickets, options.People);
    }

    /// <summary>Any ticket, new ones more often, as people open them.</summary>
    public string AnyTicket(Random random) => $"T-{Tickets - (int)((Tickets - 1) * Math.Pow(random.NextDouble(), 3))}";

    /// <summary>An open ticket.</summary>
    public string AnyOpen(Random random) => Open[random.Next(Open.Length)];
}
