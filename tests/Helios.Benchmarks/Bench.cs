using Helios.Benchmarks.Filling;
using Helios.Benchmarks.Measuring;
using Helios.Benchmarks.Measuring.Parts;
using Helios.Benchmarks.Reporting;
using Helios.Core;
using Helios.Itsm;
using Helios.Kernel.Data;
using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Installations;

namespace Helios.Benchmarks;

/// <summary>Fills an installation, measures it through its doors, and prints the figures beside their budgets.</summary>
static class Bench
{
    const int MostCallers = 32;

    /// <summary>The schema of the program that is measured.</summary>
    public static IReadOnlyList<MigrationSource> Schema { get; } =
    [
        MigrationSource.Of("kernel", typeof(HeliosDb).Assembly), MigrationSource.Of("core", typeof(CoreModule).Assembly), MigrationSource.Of("itsm", typeof(ItsmModule).Assembly),
    ];

    public static async Task<int> Run(string[] words, TextWriter output, TextWriter errors)
    {
        if (words is ["--help" or "-h" or "help", ..])
        {
            await output.WriteLineAsync(BenchOptions.Help);
            return 0;
        }

        try
        {
            var options = BenchOptions.Parse(words);
            var tokens = await Prepare(options, output);
            await Measure(options, tokens, output);
            return 0;
        }
        catch (InstallationException e)
        {
            await errors.WriteLineAsync($"{e.Message}\n→ {e.Cure}");
            return e.ExitCode;
        }
    }

    /// <summary>Fills the folder unless it is filled already, and makes tokens for the callers.</summary>
    static async Task<string[]> Prepare(BenchOptions options, TextWriter output)
    {
        var stamp = new Stamp(options, Schema);
        var isFilled = stamp.Fits && !options.IsFresh;
        await output.WriteLineAsync(isFilled ? $"Using the data in {options.Folder} again." : FormattableString.Invariant($"Filling {options.Folder} with {options.Tickets:N0} tickets and {options.People:N0} people."));
        if (!isFilled)
            stamp.Begin();
        var settings = HeliosSettings.Parse(["--data", options.Folder], name => name == "HELIOS_ROOT_KEY" ? options.RootKey : null);
        await using var installation = await Installation.Open(settings, Schema, _ => { }, TimeProvider.System, CancellationToken.None);
        if (!isFilled)
        {
            await new Filler(options, installation, output.WriteLine).Fill(TimeProvider.System.GetUtcNow().UtcDateTime, CancellationToken.None);
            stamp.Finish();
        }

        return await Tokens.Make(installation, MostCallers, CancellationToken.None);
    }

    static async Task Measure(BenchOptions options, string[] tokens, TextWriter output)
    {
        var report = new Report(output);
        var before = Load1();
        var cookie = await SignIn(options);
        if (options.Wants("start"))
            await Starts.Measure(options, cookie, report);
        await using (var server = ServerProcess.Start(options))
        {
            using var load = new Load(server.Address);
            await server.Answers(load.Http, () => new HttpRequestMessage(HttpMethod.Get, "/readyz"));
            var backlog = new Backlog(options);
            await backlog.StopSchedules();
            var bed = new Bed(options, server, load, tokens, await Facts.Read(options), report) { Cookie = cookie };
            await Parts(bed, backlog);
            if (options.Wants("crash"))
                await Starts.MeasureCrash(bed);
        }

        if (options.Wants("backup"))
            await Backups.Measure(options, report);
        report.Print();
        var conditions = new { options.Tickets, options.People, options.Organizations, seconds = options.Span.TotalSeconds, warmUp = options.WarmUp.TotalSeconds, cores = Environment.ProcessorCount, loadBefore = before, runtime = Environment.Version.ToString() };
        var path = Path.Combine(options.Folder, "bench-figures.json");
        report.Write(path, conditions);
        report.Say(FormattableString.Invariant($"{options.Tickets:N0} tickets, {Environment.ProcessorCount} cores, load {before} before the run. All figures: {path}"));
    }

    static async Task<string> SignIn(BenchOptions options)
    {
        await using var server = ServerProcess.Start(options);
        using var http = new HttpClient { BaseAddress = server.Address };
        await server.Answers(http, () => new HttpRequestMessage(HttpMethod.Get, "/sign-in"));
        return await Session.SignIn(server.Address);
    }

    static async Task Parts(Bed bed, Backlog backlog)
    {
        if (bed.Options.Wants("memory"))
            Memory.MeasureIdle(bed);
        (string Name, Func<Bed, Task> Measure)[] parts =
        [
            ("machine", Machine.Measure), ("weight", Weights.Measure), ("list", TicketLists.Measure), ("page", TicketPages.Measure), ("search", Searches.Measure),
            ("list-api", Programs.MeasureList), ("assign", Assignments.Measure), ("create", Programs.MeasureCreate), ("bulk", Bulks.Measure), ("import", Imports.Measure),
            ("export", Exports.Measure), ("memory", Memory.MeasureLoaded),
        ];
        foreach (var (name, measure) in parts.Where(part => bed.Options.Wants(part.Name)))
        {
            try
            {
                await backlog.WorkedOff();
                await measure(bed);
            }
            catch (InvalidOperationException e)
            {
                // One path that does not answer must not hide the figures of the others; the table says so.
                bed.Report.Below($"{name}: {e.Message}", double.PositiveInfinity, "", 0, name);
            }
        }
    }

    static string Load1() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";
}
