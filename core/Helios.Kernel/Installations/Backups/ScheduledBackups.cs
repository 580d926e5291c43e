using System.Globalization;

namespace Helios.Kernel.Installations.Backups;

/// <summary>
/// Writes backups while the server runs: each is read back and proven before the oldest goes. What fell due while nothing ran is
/// made up for soon after the start; what fails is tried again within the hour.
/// </summary>
/// <param name="settings">The installation.</param>
/// <param name="database">Its database.</param>
/// <param name="modules">Core and the modules, for the manifest.</param>
/// <param name="watch">Keeps why the last one failed, for whoever looks.</param>
/// <param name="report">Hears, in lines for people, what became of each.</param>
/// <param name="clock">The time.</param>
public sealed class ScheduledBackups(
    HeliosSettings settings, DatabaseConnections database, IReadOnlyList<BackupModule> modules, BackupWatch watch, Action<string> report, TimeProvider clock)
{
    /// <summary>The server is ready for people before it makes up for what it missed.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Between a backup that failed and the next try.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Timers hold no more than some weeks, and clocks may be set.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Works until it is stopped.</summary>
    public async Task Run(BackupPlan plan, CancellationToken stop)
    {
        await Task.Delay(Patience, clock, stop);
        while (plan.Due(BackupPlan.MadeAt(settings), clock.LocalTimeZone) is { } due)
        {
            var wait = due - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, stop);
            else if (!await Once(plan, stop))
                await Task.Delay(Pause, clock, stop);
        }
    }

    /// <summary>Writes one, proves it, and takes away the oldest that are too many.</summary>
    /// <returns>Whether there is a new backup that is whole.</returns>
    public async Task<bool> Once(BackupPlan plan, CancellationToken stop)
    {
        try
        {
            var written = await new Backup(settings, modules, static _ => { }, clock).Write(database, plan.FileOf(clock.GetUtcNow()), stop);
            await BackupVerification.Run(written.Path, settings, static _ => { }, clock, stop);
            report(string.Create(CultureInfo.InvariantCulture, $"Backup written and proven: {written.Path} ({Sizes.Text(written.Bytes)}, {written.Manifest.Rows:N0} rows)."));
            foreach (var (file, _) in plan.Written().Skip(plan.Keep))
                File.Delete(file);
            watch.Ended(why: null);
            return true;
        }
        catch (InstallationException e)
        {
            Failed(e.Message, e.Cure);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(e.Message, "./helios doctor looks over the machine and the database.");
        }

        return false;
    }

    void Failed(string why, string cure)
    {
        watch.Ended($"{why} {cure}");
        report($"The scheduled backup failed: {why}\n→ {cure}");
    }
}
