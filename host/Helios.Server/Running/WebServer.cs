using System.Globalization;
using Helios.Core.Organizations;
using Helios.Core.Samples;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Backups;
using Helios.Server.Composition;
using Helios.Web.Rest;
using Npgsql;

namespace Helios.Server.Running;

/// <summary>The web server over a ready installation: plain HTTP, on loopback only.</summary>
sealed class WebServer : IAsyncDisposable
{
    // A request that takes longer is cut off; whoever stops the server waits for this long at most.
    static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);
    readonly WebApplication app;
    readonly NpgsqlDataSource database;

    WebServer(WebApplication app, NpgsqlDataSource database) => (this.app, this.database) = (app, database);

    /// <summary>The address for people.</summary>
    public string Address => app.Urls.First();

    /// <summary>Makes the sample organization over an installation that has none, before anything serves.</summary>
    public static async Task MakeSample(Helios.Kernel.Installations.Installation installation, House house, Action<string> report, CancellationToken stop)
    {
        await using var opened = NpgsqlDataSource.Create(installation.Database.Server);
        var clock = new SampleClock(TimeProvider.System.GetUtcNow());
        // Nothing of it is started: its work and its port wait for the server itself.
        await using var unstarted = Build(installation, house, opened, backups: null, sample: null, clock);
        var services = unstarted.Services;
        await ActivatorUtilities.CreateInstance<SampleMaker>(services, clock).Make(report, stop);
    }

    /// <summary>The address that makes the first organization; null once there is one.</summary>
    public async Task<string?> SetupAddress(CancellationToken stop) =>
        await app.Services.GetRequiredService<SetupLink>().Ensure(stop) is { } path ? Address + path : null;

    /// <summary>Completes when the server stopped by itself, which it does when its own work fails.</summary>
    public Task Ended => app.WaitForShutdownAsync();

    /// <summary>Builds the server and opens its port.</summary>
    public static async Task<WebServer> Start(Helios.Kernel.Installations.Installation installation, House house, BackupWatch backups, SampleMode? sample, CancellationToken stop)
    {
        var opened = NpgsqlDataSource.Create(installation.Database.Server);
        var built = Build(installation, house, opened, backups, sample, time: null);
        try
        {
            await built.StartAsync(stop);
            return new WebServer(built, opened);
        }
        catch (IOException e)
        {
            await built.DisposeAsync();
            await opened.DisposeAsync();
            throw new InstallationException(
                string.Create(CultureInfo.InvariantCulture, $"Port {installation.Settings.Port} cannot be used: {e.InnerException?.Message ?? e.Message}."),
                "Stop what listens there, or choose another one with --port.",
                e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    static WebApplication Build(Helios.Kernel.Installations.Installation installation, House house, NpgsqlDataSource database, BackupWatch? backups, SampleMode? sample, TimeProvider? time) =>
        HeliosApplication.Build(new ApplicationSettings
        {
            Database = database,
            RootKey = installation.RootKey,
            FilesFolder = installation.Settings.FilesFolder,
            Modules = house.Optional,
            Addresses = [new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{installation.Settings.Port}"))],
            Outbound = installation.Settings.Outbound,
            Backups = backups,
            Sample = sample,
            Time = time,
            ApiLimits = new RestLimits { RequestsPerMinute = installation.Settings.ApiLimit },
            Adjust = builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                builder.Services.AddHostedService<MemoryRest>();
                builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopPatience);
            },
        });
}
