using System.Net;
using Helios.Core.Organizations;
using Helios.Kernel.Installations.Backups;
using Helios.Kernel.Modules;
using Helios.Kernel.Outbound;
using Helios.Kernel.Secrets;
using Helios.Server.Composition;
using Helios.Itsm;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Helios.Tests.Fixtures;

/// <summary>The whole web application in memory, over a database of its own that nobody has set up yet.</summary>
public sealed class WebHouse : IAsyncDisposable
{
    readonly WebApplication app;

    readonly TestFolder files;

    WebHouse(TestDatabase database, WebApplication app, MovableTime time, RootKey key, TestFolder files)
    {
        Database = database;
        this.files = files;
        this.app = app;
        Time = time;
        Key = key;
    }

    public TestDatabase Database { get; }

    public MovableTime Time { get; }

    public RootKey Key { get; }

    public IServiceProvider Services => app.Services;

    public Registry Registry => Services.GetRequiredService<Registry>();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<WebHouse> Start(params IReadOnlyList<Module> further) => Start(backups: null, further);

    public static async Task<WebHouse> Start(BackupWatch? backups, params IReadOnlyList<Module> further)
    {
        var time = new MovableTime();
        var key = RootKey.Make(time);
        var database = await TestDatabase.Create([TestSchema.Core, TestSchema.Itsm, .. further.Select(TestSchema.Of)]);
        var folder = new TestFolder();
        var built = HeliosApplication.Build(new ApplicationSettings
        {
            Database = database.Server,
            RootKey = key,
            FilesFolder = folder.Path,
            Modules = [new ItsmModule(), .. further],
            ReportsViolations = true,
            Outbound = OutboundRules.Read("127.0.0.1")!,
            Time = time,
            Backups = backups,
            Adjust = builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.SetMinimumLevel(LogLevel.Error);
                builder.UseLightPasswords();
                builder.Services.AddSingleton<IStartupFilter>(new CallerAddress());
            },
        });
        var house = new WebHouse(database, built, time, key, folder);
        await house.Sql("insert into platform.root_key (id, check_value, state, created_at) values ($1, $2, 'active', now())", key.Id, key.CheckValue);
        await built.StartAsync(Stop);
        return house;
    }

    /// <summary>A browser without cookies, at a network address.</summary>
    public Browser NewBrowser(string address = "192.0.2.1") => new(app.GetTestServer().CreateHandler(), address);

    /// <summary>The set-up link, as a start prints it.</summary>
    public Task<string?> SetupLink() => Services.GetRequiredService<SetupLink>().Ensure(Stop);

    /// <summary>Runs SQL as the owner, whom row-level security does not bind.</summary>
    public async Task Sql(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(Stop);
    }

    /// <summary>One value by SQL as the owner.</summary>
    public async Task<T?> One<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync(Stop) is T found ? found : default;
    }

    /// <summary>Ends the server and its work; the database stays as it is.</summary>
    public Task End() => app.StopAsync(Stop);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await Database.DisposeAsync();
        files.Dispose();
    }

    NpgsqlCommand Command(string sql, object[] values)
    {
        var command = Database.Owner.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    /// <summary>The in-memory server knows no network, so each browser says where it stands.</summary>
    sealed class CallerAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(static (http, go) =>
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse(http.Request.Headers[Browser.AddressHeader].ToString() is { Length: > 0 } address ? address : "127.0.0.1");
                return go(http);
            });
            next(app);
        };
    }
}
