using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Backups;
using Helios.Kernel.Installations.Examining;
using Helios.Kernel.Jobs;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Installations.Backups;

/// <summary>Backups that a running server writes by itself: when, how many stay, and what becomes of those that fail.</summary>
public sealed class ScheduledBackupTests(LivedIn lived) : IClassFixture<LivedIn>, IDisposable
{
    static readonly BackupModule[] Modules = [new("core", "0.1.0"), new("itsm", "0.1.0")];

    readonly TestFolder folder = new();
    readonly List<string> told = [];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_is_proven_and_only_then_the_oldest_of_the_plan_goes()
    {
        var plan = Plan(keep: 2);
        Empty("helios-scheduled-2026-11-26T024000Z.backup");
        Empty("helios-scheduled-2026-11-27T024000Z.backup");
        Empty("helios-scheduled-of-mine.backup");
        Empty("helios-2020-01-01T000000Z.backup");

        Assert.True(await Backups(new MovableTime()).Once(plan, Stop));

        var newest = plan.Written()[0].File;
        Assert.Equal([newest, Path.Combine(folder.Path, "helios-scheduled-2026-11-27T024000Z.backup")], plan.Written().Select(written => written.File));
        Assert.True(File.Exists(Path.Combine(folder.Path, "helios-scheduled-of-mine.backup")));
        Assert.True(File.Exists(Path.Combine(folder.Path, "helios-2020-01-01T000000Z.backup")));
        Assert.StartsWith("Backup written and proven: ", Assert.Single(told), StringComparison.Ordinal);
        Assert.True((await BackupVerification.Run(newest, lived.Settings, static _ => { }, TimeProvider.System, Stop)).Manifest.Rows > 0);
    }

    [Fact]
    public async Task One_that_fails_says_why_and_takes_nothing_away()
    {
        var plan = Plan(keep: 1);
        Empty("helios-scheduled-2026-11-26T024000Z.backup");
        Empty("helios-scheduled-2026-11-27T024000Z.backup");
        var lost = lived.Settings.OwnServer! with { Owner = lived.Settings.OwnServer.Owner.Replace("Database=", "Database=no_", StringComparison.Ordinal) };

        var watch = Watch();
        Assert.False(await new ScheduledBackups(lived.Settings, lost, Modules, watch, told.Add, new MovableTime()).Once(plan, Stop));

        Assert.Equal(2, plan.Written().Count);
        var line = Assert.Single(told);
        Assert.StartsWith("The scheduled backup failed: ", line, StringComparison.Ordinal);
        Assert.Contains("→", line, StringComparison.Ordinal);
        Assert.Equal(line, "The scheduled backup failed: " + watch.Look()!.Trouble!.Replace(" ./helios", "\n→ ./helios", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_missed_is_made_up_for_and_the_next_waits_for_its_time()
    {
        var plan = Plan(keep: 5);
        Empty("helios-scheduled-2020-01-01T024000Z.backup");
        var time = new MovableTime();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var working = Backups(time).Run(plan, ending.Token);

        time.Advance(TimeSpan.FromSeconds(10));
        await Until(() => told.Count == 1);
        time.Advance(TimeSpan.FromDays(1));
        await Until(() => told.Count == 2, () => time.Advance(TimeSpan.FromHours(1)));

        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working);
        Assert.Equal(3, plan.Written().Count);
    }

    [Fact]
    public void It_is_due_at_the_first_time_after_the_newest_or_after_the_installation_was_made()
    {
        var plan = Plan(keep: 1);
        var made = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(made.Date.AddDays(1).AddHours(3), plan.Due(made, TimeZoneInfo.Utc)!.Value.UtcDateTime);
        Empty("helios-scheduled-2026-11-26T030000Z.backup");
        Assert.Equal(new DateTime(2026, 11, 27, 3, 0, 0), plan.Due(made, TimeZoneInfo.Utc)!.Value.UtcDateTime);
    }

    [Fact]
    public async Task Doctor_says_which_is_the_newest_and_complains_when_one_is_overdue()
    {
        var settings = lived.Settings with { Backups = Plan(keep: 1) };
        Assert.Contains(await Findings(settings), finding => finding is { IsFault: false } && finding.Text.StartsWith("No scheduled backup was written yet (Every day at 03:00", StringComparison.Ordinal));
        Empty("helios-scheduled-2026-11-26T030000Z.backup");
        var overdue = Assert.Single(await Findings(settings, new MovableTime(new DateTimeOffset(2026, 12, 6, 12, 0, 0, TimeSpan.Zero))), finding => finding.IsFault && finding.Text.Contains("2026-11-26 03:00 UTC", StringComparison.Ordinal));
        Assert.Contains("one has been due since 2026-11-27", overdue.Text, StringComparison.Ordinal);
        Assert.Contains(await Findings(settings with { Backups = null }), finding => finding.Text.Contains("switched off", StringComparison.Ordinal));
    }

    BackupPlan Plan(int keep) => new(DueTimes.Read("daily 03:00")!, folder.Path, keep);

    BackupWatch Watch() => new(lived.Settings with { Backups = Plan(keep: 1) }, TimeProvider.System);

    ScheduledBackups Backups(TimeProvider time) => new(lived.Settings, lived.Settings.OwnServer!, Modules, Watch(), told.Add, time);

    void Empty(string name)
    {
        Directory.CreateDirectory(folder.Path);
        File.WriteAllText(Path.Combine(folder.Path, name), "");
    }

    static async Task<List<Finding>> Findings(HeliosSettings settings, TimeProvider? time = null)
    {
        List<Finding> found = [];
        await foreach (var finding in new Doctor(settings, TestSchema.Whole, [], time ?? TimeProvider.System).Examine(Stop))
            found.Add(finding);
        return found;
    }

    static async Task Until(Func<bool> done, Action? meanwhile = null)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!done() && await timer.WaitForNextTickAsync(Stop))
            meanwhile?.Invoke();
    }
}
