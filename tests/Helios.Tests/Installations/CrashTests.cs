using System.Diagnostics;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Embedded;
using Helios.Kernel.Secrets;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Installations;

/// <summary>Real processes on one data folder, killed in every way. Each test takes a second or two: it starts the whole server.</summary>
public sealed class CrashTests(CrashSite site) : IClassFixture<CrashSite>
{
    DatabaseConnections Database => EmbeddedPostgres.Running(site.Data);

    [Fact]
    public async Task A_killed_server_leaves_no_postgres_and_the_next_start_finds_every_row_and_stops_when_asked()
    {
        await using var first = Start();
        await first.Ready();
        var table = await Commit();
        var postgres = ServerProcess.PostgresOf(site.Data);

        await first.Kill();
        await Eventually.Holds(() => Task.FromResult(!IsAlive(postgres)));

        await using var second = Start();
        await second.Ready();
        Assert.Equal(42, await EmptyDatabases.Sql(Database.Owner, $"select id from {table}"));
        await StopsInOrder(second, "INT");
    }

    [Fact]
    public async Task A_killed_postgres_is_started_again_by_the_running_server()
    {
        await using var server = Start();
        var address = await server.Ready();
        var table = await Commit();
        var before = ServerProcess.PostgresOf(site.Data);

        Kill(before);
        await Eventually.Holds(async () => ServerProcess.PostgresOf(site.Data) != before && await IsReady(address));

        Assert.Equal(42, await EmptyDatabases.Sql(Database.Owner, $"select id from {table}"));
        Assert.Equal(0, await server.Stop("TERM"));
        Assert.Contains("starting it again", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_both_are_killed_the_next_start_recovers_by_itself_and_stops_when_asked()
    {
        await using var first = Start();
        await first.Ready();
        var table = await Commit();
        var postgres = ServerProcess.PostgresOf(site.Data);

        Kill(postgres);
        await first.Kill();

        await using var second = Start();
        await second.Ready();
        Assert.Equal(42, await EmptyDatabases.Sql(Database.Owner, $"select id from {table}"));
        await StopsInOrder(second, "HUP");
    }

    [Fact]
    public async Task A_second_start_on_one_data_folder_is_refused_and_harms_nothing_and_the_first_stops_when_asked()
    {
        await using var first = Start();
        var address = await first.Ready();

        await using var second = Start();

        Assert.Equal(1, await second.Exit());
        Assert.Contains($"already runs on the data folder {site.Data} (process ", second.Output, StringComparison.Ordinal);
        await Eventually.Holds(() => IsReady(address));
        await StopsInOrder(first, "TERM");
    }

    [Fact]
    public async Task Without_its_key_the_server_refuses_and_the_recovery_copy_brings_it_back()
    {
        var copy = Path.Combine(site.Data, "copy.txt");
        await File.WriteAllTextAsync(copy, await KeyCopy(), TestContext.Current.CancellationToken);
        File.Delete(site.Key);
        await using (var refused = Start())
        {
            Assert.Equal(1, await refused.Exit());
            Assert.Contains("root key", refused.Output, StringComparison.Ordinal);
            Assert.Contains("--recovery-key", refused.Output, StringComparison.Ordinal);
            Assert.False(File.Exists(site.Key));
        }

        await using var restored = ServerProcess.Start(site.Data, site.Key, "--recovery-key", copy);
        await restored.Ready();
        await restored.Stop("TERM");
    }

    [Fact]
    public async Task A_database_that_cannot_be_brought_back_ends_the_server_with_a_reason()
    {
        await using var server = Start();
        await server.Ready();
        var control = Path.Combine(site.Data, "pg18", "global", "pg_control");
        File.Move(control, control + ".away");
        try
        {
            Kill(ServerProcess.PostgresOf(site.Data));

            var code = await server.Exit();
            Assert.True(code == 1 && server.Output.Contains("PostgreSQL does not start", StringComparison.Ordinal), $"It ended with {code}:\n{server.Output}");
        }
        finally
        {
            File.Move(control + ".away", control);
        }
    }

    ServerProcess Start() => ServerProcess.Start(site.Data, site.Key);

    async Task StopsInOrder(ServerProcess server, string signal)
    {
        var postgres = ServerProcess.PostgresOf(site.Data);

        Assert.Equal(0, await server.Stop(signal));

        Assert.False(IsAlive(postgres));
        Assert.Equal(0, ServerProcess.PostgresOf(site.Data));
        Assert.False(DataFolderLock.IsHeld(site.Data));
    }

    async Task<string> Commit()
    {
        var table = $"kept_{Guid.CreateVersion7():N}";
        await EmptyDatabases.Sql(Database.Owner, $"create table {table} (id integer); insert into {table} values (42)");
        return table;
    }

    async Task<string> KeyCopy()
    {
        using var held = DataFolderLock.Take(site.Data);
        await using var postgres = await EmbeddedPostgres.Start(held, new EmbeddedOptions(), TestContext.Current.CancellationToken);
        var store = new RootKeyStore(postgres.Connections.Owner, new RootKeyPlace(site.Key, IsFile: true), TimeProvider.System, static _ => { });
        return (await store.Open(TestContext.Current.CancellationToken)).RecoveryCopy;
    }

    static void Kill(int process)
    {
        using var found = Process.GetProcessById(process);
        found.Kill();
    }

    static bool IsAlive(int process) =>
        File.Exists($"/proc/{process}/stat") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);

    static async Task<bool> IsReady(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            return (await client.GetAsync(new Uri("/readyz", UriKind.Relative), TestContext.Current.CancellationToken)).IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
