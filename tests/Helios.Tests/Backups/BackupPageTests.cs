using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Backups;
using Helios.Kernel.Jobs;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.Backups;

/// <summary>What admins see of the backups that the server writes by itself, and what they are told when one stays away.</summary>
public sealed class BackupPageTests : IAsyncLifetime
{
    const string Page = "/larkspur/settings/backups";

    readonly TestFolder folder = new();
    readonly MovableTime clock = new(new DateTimeOffset(2026, 12, 6, 3, 0, 0, TimeSpan.Zero));
    readonly Larkspur larkspur;
    readonly BackupPlan plan;

    public BackupPageTests()
    {
        plan = new BackupPlan(DueTimes.Read("daily 02:40")!, folder.Path, 7);
        var settings = new HeliosSettings { DataFolder = folder.Path, RootKey = new RootKeyPlace(Path.Combine(folder.Path, "none.key"), IsFile: true), Backups = plan };
        larkspur = new Larkspur { Backups = new BackupWatch(settings, clock) };
        Directory.CreateDirectory(folder.Path);
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => larkspur.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await larkspur.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Backups_are_seen_and_one_that_is_overdue_raises_one_alert_until_there_is_another()
    {
        await Written(new DateTimeOffset(2026, 12, 6, 2, 40, 0, TimeSpan.Zero));
        var page = await larkspur.Owner.Open(Page);
        Assert.Contains("Sun, 6 Dec, 02:40", page.Text, StringComparison.Ordinal);
        Assert.Contains("6 KB", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("has been due", page.Text, StringComparison.Ordinal);
        await Look();
        Assert.Equal(0L, await Alerts("open"));

        clock.Advance(TimeSpan.FromHours(26));
        Assert.Contains("A backup has been due since Mon, 7 Dec, 02:40.", (await larkspur.Owner.Open(Page)).Text, StringComparison.Ordinal);
        await Look();
        await Look();
        Assert.Equal(1L, await Alerts("open"));
        Assert.Contains("A backup is overdue", (await larkspur.Owner.Open("/larkspur")).Text, StringComparison.Ordinal);

        await Written(clock.GetUtcNow());
        await Look();
        Assert.Equal((0L, 1L), (await Alerts("open"), await Alerts("settled")));
    }

    Task Written(DateTimeOffset moment) => File.WriteAllBytesAsync(plan.FileOf(moment), new byte[6_144], Stop);

    /// <summary>Has the schedule run and waits for its end.</summary>
    async Task Look()
    {
        Guid schedule;
        while ((schedule = await larkspur.House.One<Guid>("select id from platform.schedule where name = 'backups.watch'")) == Guid.Empty)
            await Task.Delay(20, Stop);
        var page = await larkspur.Owner.Open("/larkspur/settings/jobs");
        var form = $"/larkspur/settings/jobs/schedules/{schedule}/run";
        await larkspur.Owner.Submit(page, form);
        while (await larkspur.House.One<long>("select count(*) from platform.job where name = 'backups.watch' and state <> 'done'") > 0)
            await Task.Delay(20, Stop);
    }

    Task<long> Alerts(string state) => larkspur.House.One<long>("select count(*) from alert where type = 'backups.overdue' and state = $1", state);
}
