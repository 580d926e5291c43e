using System.Diagnostics;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Backups;

namespace Helios.Benchmarks.Measuring.Parts;

/// <summary>A backup of the whole installation, the proof of it, and a restore into a new data folder.</summary>
static class Backups
{
    public static async Task Measure(BenchOptions options, Reporting.Report report)
    {
        var place = options.Folder + "-restored";
        Remove(place);
        var settings = HeliosSettings.Parse(["--data", options.Folder], name => name == "HELIOS_ROOT_KEY" ? options.RootKey : null);
        var began = Stopwatch.GetTimestamp();
        BackupReport made;
        await using (var database = await ReachedDatabase.Of(settings, CancellationToken.None))
            made = await new Backup(settings, [], static _ => { }, TimeProvider.System).Write(database.Connections, Path.Combine(place + ".out", "bench" + Backup.End), CancellationToken.None);
        report.Below("backup", Stopwatch.GetElapsedTime(began).TotalSeconds, "s", budget: null, "./helios backup");
        report.Below("size of the backup", made.Bytes / (1024.0 * 1024), "MB", budget: null, FormattableString.Invariant($"{made.Manifest.Rows:N0} rows; {Sizes.Text(made.Manifest.DatabaseBytes)} on disk"));

        began = Stopwatch.GetTimestamp();
        await BackupVerification.Run(made.Path, settings, static _ => { }, TimeProvider.System, CancellationToken.None);
        report.Below("proof of the backup", Stopwatch.GetElapsedTime(began).TotalSeconds, "s", budget: null, "./helios backup verify");

        began = Stopwatch.GetTimestamp();
        await new Restore(settings with { DataFolder = place }, Bench.Schema, static _ => { }, TimeProvider.System).Run(made.Path, CancellationToken.None);
        report.Below("restore", Stopwatch.GetElapsedTime(began).TotalSeconds, "s", budget: null, "./helios restore");
        Remove(place);
    }

    static void Remove(string place)
    {
        foreach (var folder in (string[])[place, place + ".out"])
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
    }
}
