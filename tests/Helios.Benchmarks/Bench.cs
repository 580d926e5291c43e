using Helios.Benchmarks.Filling;
using Helios.Core;
using Helios.Itsm;
using Helios.Kernel.Data;
using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Installations;

namespace Helios.Benchmarks;

/// <summary>Fills an installation, measures it through its doors, and prints the figures beside their budgets.</summary>
static class Bench
{
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
            await Prepare(options, output);
            return 0;
        }
        catch (InstallationException e)
        {
            await errors.WriteLineAsync($"{e.Message}\n→ {e.Cure}");
            return e.ExitCode;
        }
    }

    static async Task Prepare(BenchOptions options, TextWriter output)
    {
        MigrationSource[] schema =
        [
            MigrationSource.Of("kernel", typeof(HeliosDb).Assembly), MigrationSource.Of("core", typeof(CoreModule).Assembly), MigrationSource.Of("itsm", typeof(ItsmModule).Assembly),
        ];
        var stamp = new Stamp(options, schema);
        if (stamp.Fits && !options.IsFresh)
        {
            await output.WriteLineAsync($"Using the data in {options.Folder} again.");
            return;
        }

        stamp.Begin();
        await output.WriteLineAsync($"Filling {options.Folder} with {options.Tickets:N0} tickets and {options.People:N0} people.");
        var settings = HeliosSettings.Parse(["--data", options.Folder], name => name == "HELIOS_ROOT_KEY" ? options.RootKey : null);
        await using var installation = await Installation.Open(settings, schema, _ => { }, TimeProvider.System, CancellationToken.None);
        await new Filler(options, installation, output.WriteLine).Fill(TimeProvider.System.GetUtcNow().UtcDateTime, CancellationToken.None);
        stamp.Finish();
    }
}
