using System.Diagnostics;
using Helios.Kernel.Installations;

namespace Helios.Benchmarks.Filling;

/// <summary>Fills an installation as the owner: one organization as large as asked, the others small.</summary>
sealed class Filler(BenchOptions options, Installation installation, Action<string> report)
{
    /// <summary>The organization that is measured.</summary>
    public const string Slug = "larkspur";

    const int SmallPeople = 40;
    const int SmallTickets = 200;

    static readonly string[] Filled = ["ticket", "\"user\"", "entity", "comment", "entity_search", "entity_text", "entity_reader", "entity_address", "search_word"];

    readonly Owner owner = new(installation.Database.Owner);

    public async Task Fill(DateTime now, CancellationToken stop)
    {
        var words = new Vocabulary();
        Tenant[] tenants =
        [
            new(words, Slug, options.People, options.Tickets, now),
            .. Enumerable.Range(2, options.Organizations - 1).Select(number => new Tenant(words, $"organization-{number}", SmallPeople, SmallTickets, now)),
        ];
        var began = Stopwatch.GetTimestamp();
        await Step("Organizations, people and accounts", () => People(tenants, stop));
        var bare = await BareTables.Strip(owner, [.. Filled.Where(table => table != "\"user\"")], stop);
        await Step("Tickets and comments", () => Tickets(tenants, stop));
        await Step("Words", () => SearchTables.Fill(owner, stop));
        await Step("Indices and references", () => bare.Restore(stop));
        await Step("Vacuum and statistics", () => owner.DoAll(Filled.Select(table => $"vacuum (analyze) {table}"), 2, stop));
        report(FormattableString.Invariant($"Filled in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s."));
    }

    async Task People(Tenant[] tenants, CancellationToken stop)
    {
        var platform = new Platform(owner);
        await platform.Organizations(tenants, stop);
        await SearchTables.Begin(owner, stop);
        await owner.Do("alter table entity disable trigger user", stop);
        foreach (var tenant in tenants)
            await PeopleCopy.Write(owner, tenant, stop);
        await platform.Accounts(tenants[0], stop);
    }

    async Task Tickets(Tenant[] tenants, CancellationToken stop)
    {
        foreach (var tenant in tenants)
            await new TicketCopy(owner, tenant).Write(stop);
    }

    async Task Step(string name, Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        report(FormattableString.Invariant($"  {name}: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s"));
    }
}
