using System.Globalization;
using System.Net;
using Helios.Kernel.Installations;
using Npgsql;

namespace Helios.Server.Running;

/// <summary>The web server over a ready installation: plain HTTP, on loopback only.</summary>
sealed class WebServer : IAsyncDisposable
{
    // A request that takes longer is cut off; whoever stops the server waits for this long at most.
    static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);
    readonly WebApplication app;

    WebServer(WebApplication app) => this.app = app;

    /// <summary>The address for people.</summary>
    public string Address => app.Urls.First();

    /// <summary>Builds the server and opens its port.</summary>
    public static async Task<WebServer> Start(Installation installation, House house, CancellationToken stop)
    {
        var built = Build(installation, house);
        try
        {
            await built.StartAsync(stop);
            return new WebServer(built);
        }
        catch (IOException e)
        {
            await built.DisposeAsync();
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
    }

    static WebApplication Build(Installation installation, House house)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, installation.Settings.Port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopPatience);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(installation.RootKey);
        builder.Services.AddSingleton(NpgsqlDataSource.Create(installation.Database.Server));
        var built = builder.Build();
        Probes.Map(built, house);
        return built;
    }
}
