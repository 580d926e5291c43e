using System.Diagnostics;
using System.Globalization;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Backups;
using Helios.Server.Running;

namespace Helios.Server.Verbs;

/// <summary>Writes a backup beside a running Helios or without one, proves a backup, and makes an installation out of one.</summary>
static class BackupVerb
{
    public static async Task<int> Write(HeliosSettings settings, string? to, TextWriter output, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        var modules = House.Load().BackupModules;
        await using var database = await ReachedDatabase.Of(settings, stop);
        var written = await new Backup(settings, modules, output.WriteLine, TimeProvider.System)
            .Write(database.Connections, to ?? Path.Combine(settings.DataFolder, Backup.FolderName), stop);
        await output.WriteLineAsync($"Backup written: {written.Path}\n{Content(written)}, in {Seconds(began)}.\nIt opens with the root key {written.Header.RootKey}, which it does not hold.");
        return 0;
    }

    public static async Task<int> Verify(string file, HeliosSettings settings, TextWriter output, CancellationToken stop)
    {
        var read = await BackupVerification.Run(file, settings, output.WriteLine, TimeProvider.System, stop);
        var modules = string.Join(", ", read.Manifest.Modules.Select(module => $"{module.Id} {module.Version}"));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"The backup is whole: {Content(read)}.\nMade {read.Header.MadeAt:yyyy-MM-dd HH:mm} UTC with {modules}, under the root key {read.Header.RootKey}."));
        return 0;
    }

    public static async Task<int> Restore(string file, HeliosSettings settings, TextWriter output, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        var restored = await new Restore(settings, House.Load().Migrations, output.WriteLine, TimeProvider.System).Run(file, stop);
        await output.WriteLineAsync($"Restored into {settings.DataFolder}: {Content(restored)}, in {Seconds(began)}.\nStart it: ./helios run --data {settings.DataFolder}");
        return 0;
    }

    static string Content(BackupReport backup) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Sizes.Text(backup.Bytes)} with {backup.Manifest.Rows:N0} rows of {backup.Manifest.Tables.Count} tables and {backup.Manifest.FileCount:N0} files");

    static string Seconds(long began) => string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
}
