using System.Diagnostics;
using System.Globalization;
using System.Text;
using Helios.Core.Importing;
using Helios.Core.Importing.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Embedded;
using Helios.Kernel.Scopes;
using Helios.Kernel.Secrets;
using Helios.Server.Composition;
using Helios.Tests.Fixtures;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Helios.Tests.Jobs;

/// <summary>The real server, killed with <c>kill -9</c> in the middle of a job. It takes some seconds: each life starts the whole server.</summary>
public sealed class KilledServerTests(CrashSite site) : IClassFixture<CrashSite>
{
    static readonly int Rows = Volume.Of(everyday: 400, full: 800);
    static readonly int Lives = Volume.Of(everyday: 3, full: 4);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_survives_its_server_goes_on_at_once_and_takes_each_row_once()
    {
        var organization = new OrganizationScope(Guid.CreateVersion7(), "larkspur", "Larkspur Labs");
        var first = ServerProcess.Start(site.Data, site.Key);
        await using (first)
        {
            await first.Ready();
            await Ask("insert into platform.organization (id, slug, name, created_at) values ($1, 'larkspur', 'Larkspur Labs', now()) returning 1", organization.Id);
            await Upload(organization);
            await Until(Rows / 10);
            await first.Kill();
        }

        var longest = TimeSpan.Zero;
        for (var life = 2; life < Lives; life++)
        {
            await using var server = ServerProcess.Start(site.Data, site.Key);
            await server.Ready();
            var began = Stopwatch.GetTimestamp();
            // When it is taken up: how long a portion then takes is the machine's.
            await Eventually.Holds(async () => await Ask("select attempts from platform.job where name = 'imports.run'") is int taken && taken >= life);
            longest = longest < Stopwatch.GetElapsedTime(began) ? Stopwatch.GetElapsedTime(began) : longest;
            await Until(Rows * (life - 1) / 4);
            await server.Kill();
        }

        await using var last = ServerProcess.Start(site.Data, site.Key);
        await last.Ready();
        await Eventually.Holds(async () => (string?)await Ask("select state from platform.job where name = 'imports.run'") is "done" or "dead");

        Assert.Equal($"done {Lives}", (string?)await Ask("select state || ' ' || attempts from platform.job where name = 'imports.run'"));
        Assert.Equal($"{Rows} {Rows} {Rows}", (string?)await Ask("select concat_ws(' ', (select count(*) from import_row where outcome = 'created'), (select count(*) from \"user\"), (select count(distinct username) from \"user\"))"));
        Assert.True(longest < TimeSpan.FromSeconds(20), $"A node waited {longest.TotalSeconds:0.0} s for what its dead process had in hand; the lease alone would be 30 s.");
        await last.Stop("TERM");
    }

    /// <summary>Starts the import by the commands that its page calls, beside the server.</summary>
    async Task Upload(OrganizationScope organization)
    {
        var connections = EmbeddedPostgres.Running(site.Data);
        var key = await new RootKeyStore(connections.Owner, new RootKeyPlace(site.Key, IsFile: true), TimeProvider.System, static _ => { }).Open(Stop);
        await using var database = NpgsqlDataSource.Create(connections.Server);
        await using var app = HeliosApplication.Build(new ApplicationSettings
        {
            Database = database,
            RootKey = key,
            FilesFolder = Path.Combine(site.Data, "files"),
            Adjust = builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders();
            },
        });
        var commands = app.Services.GetRequiredService<CommandPipeline>();
        var scope = new Scope(organization, Actor.System, Door.Start, "test");
        var sheet = new StringBuilder("Name,Username\n");
        for (var row = 1; row <= Rows; row++)
            sheet.Append(CultureInfo.InvariantCulture, $"Colleague {row},colleague{row}\n");
        var import = (await commands.Run(new UploadImport("user", "people.csv", Convert.ToBase64String(Encoding.UTF8.GetBytes(sheet.ToString()))), scope, stop: Stop)).Expect();
        (await commands.Run(new StartImport(new EntityRef<Import>(import.Key)), scope, stop: Stop)).Expect();
    }

    async Task<long> Done() => (long)(await Ask("select count(*) from import_row"))!;

    Task Until(long rows) => Eventually.Holds(async () => await Done() >= rows);

    async Task<object?> Ask(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(EmbeddedPostgres.Running(site.Data).Owner) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteScalarAsync(Stop);
    }
}
