using Helios.Core.Organizations;
using Helios.Itsm;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Backups;
using Helios.Kernel.Jobs;
using Helios.Kernel.Secrets;
using Helios.Server.Composition;
using Helios.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Npgsql;
using Xunit;

namespace Helios.BrowserTests.Fixtures;

/// <summary>A whole Helios on a loopback port, over a database of its own that nobody has set up yet.</summary>
public sealed class RunningHelios(Browser browser, Databases databases) : IAsyncLifetime
{
    readonly ServerFaults faults = new();
    readonly List<Tab> tabs = [];
    DatabaseConnections? connections;
    NpgsqlDataSource? database;
    readonly string files = Path.Combine(Path.GetTempPath(), $"helios-browser-{Guid.CreateVersion7():n}");
    WebApplication? app;

    /// <summary>Where it listens, as <c>http://127.0.0.1:41234</c>.</summary>
    public string Address => app!.Urls.Single();

    /// <summary>What it is made of.</summary>
    public IServiceProvider Services => app!.Services;

    /// <summary>Its organization and the people in it.</summary>
    public Organization Organization { get; private set; } = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        connections = await databases.Make();
        database = NpgsqlDataSource.Create(connections.Server);
        var key = await Key(connections.Owner);
        app = HeliosApplication.Build(new ApplicationSettings
        {
            Database = database,
            RootKey = key,
            FilesFolder = files,
            Modules = [new ItsmModule()],
            Addresses = [new("http://127.0.0.1:0")],
            ReportsViolations = true,
            Backups = Backups(),
            Adjust = builder =>
            {
                builder.Logging.ClearProviders();
                builder.Logging.SetMinimumLevel(LogLevel.Error);
                builder.Logging.AddProvider(faults);
                builder.UseLightPasswords();
            },
        });
        await app.StartAsync(Stop);
        Organization = new Organization(Services);
    }

    /// <summary>A folder with two backups, for the page that shows them.</summary>
    BackupWatch Backups()
    {
        var plan = new BackupPlan(DueTimes.Read(BackupPlan.UsualTimes)!, Directory.CreateDirectory(Path.Combine(files, "backups")).FullName, BackupPlan.UsualKeep);
        foreach (var days in (int[])[0, 1])
            File.WriteAllBytes(plan.FileOf(TimeProvider.System.GetUtcNow().AddDays(-days)), new byte[4_321]);
        return new BackupWatch(new HeliosSettings { DataFolder = files, RootKey = new RootKeyPlace(Path.Combine(files, "none.key"), IsFile: true), Backups = plan }, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
        }

        if (database is not null)
            await database.DisposeAsync();
        if (connections is not null)
            await databases.Drop(connections);
        if (Directory.Exists(files))
            Directory.Delete(files, recursive: true);
    }

    /// <summary>The set-up link, as a start prints it.</summary>
    public async Task<string> SetupLink() => await Services.GetRequiredService<SetupLink>().Ensure(Stop) ?? throw new InvalidOperationException("It is set up already.");

    /// <summary>A window in which nobody is signed in.</summary>
    public async Task<Tab> Open(int width = 1440, bool scripts = true) =>
        scripts ? Watched(await browser.Borrow(width)) : await OpenNew(width, scripts);

    /// <summary>A window that was never open before, and has nothing in its cache.</summary>
    public async Task<Tab> OpenNew(int width = 1440, bool scripts = true)
    {
        var tab = Watched(await (await browser.Window(width, scripts, motion: false)).NewPageAsync(), scripts);
        tab.Spend();
        return tab;
    }

    /// <summary>One more tab of the same window.</summary>
    public async Task<Tab> OpenBeside(Tab other) => Watched(await other.Page.Context.NewPageAsync());

    /// <summary>A window in which somebody of this role is signed in, before any page. Sets the organization up where that is still to be done.</summary>
    public async Task<Tab> SignInAs(string role, int width = 1440, bool scripts = true)
    {
        var tab = await Open(width, scripts);
        var session = await Organization.SessionOf((await Organization.Somebody(role)).Account);
        await tab.Page.Context.AddCookiesAsync([new() { Name = session.Name.ToString(), Value = session.Value.ToString(), Url = Address, HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);
        return tab;
    }

    /// <summary>Gives the windows of a test back, or closes them. Whatever a script, a page or the server complained about fails the test.</summary>
    public async Task EndTest()
    {
        List<string> complaints = [];
        foreach (var tab in tabs)
        {
            if (TestContext.Current.TestState?.Result == TestResult.Failed)
                await Screens.Failed(tab);
            complaints.AddRange(tab.Close());
        }

        foreach (var window in tabs.GroupBy(tab => tab.Page.Context))
        {
            if (complaints.Count > 0 || window.Any(tab => tab.IsSpent) || TestContext.Current.TestState?.Result == TestResult.Failed)
                await window.Key.DisposeAsync();
            else
                await browser.GiveBack(window.First().Page, Address + "/healthz");
        }

        tabs.Clear();
        complaints.AddRange(faults.Take());
        Assert.True(complaints.Count == 0, "Something complained:\n" + string.Join('\n', complaints));
    }

    Tab Watched(IPage page, bool scripts = true)
    {
        var tab = new Tab(page, Address, scripts);
        tabs.Add(tab);
        return tab;
    }

    static async Task<RootKey> Key(string owner)
    {
        var key = RootKey.Make(TimeProvider.System);
        await using var source = NpgsqlDataSource.Create(owner);
        await using var command = source.CreateCommand("insert into platform.root_key (id, check_value, state, created_at) values ($1, $2, 'active', now())");
        command.Parameters.Add(new() { Value = key.Id });
        command.Parameters.Add(new() { Value = key.CheckValue });
        await command.ExecuteNonQueryAsync(Stop);
        return key;
    }
}
