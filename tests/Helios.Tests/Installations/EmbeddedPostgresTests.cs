using System.Diagnostics;
using System.Globalization;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Embedded;
using Helios.Tests.Fixtures;
using Npgsql;
using Xunit;

namespace Helios.Tests.Installations;

public sealed class EmbeddedPostgresTests
{
    [Fact]
    public async Task Two_clusters_run_beside_each_other()
    {
        await using var first = await ThrowawayPostgres.Start(TestContext.Current.CancellationToken);
        await using var second = await ThrowawayPostgres.Start(TestContext.Current.CancellationToken);

        var one = await EmptyDatabases.Sql(first.Server.Administrator, "select system_identifier from pg_control_system()");
        var other = await EmptyDatabases.Sql(second.Server.Administrator, "select system_identifier from pg_control_system()");

        Assert.NotEqual(one, other);
    }

    [Fact]
    public async Task The_settings_and_roles_are_those_of_the_design()
    {
        using var folder = DataFolderLock.Take(NewFolder());
        await using (var postgres = await EmbeddedPostgres.Start(folder, new EmbeddedOptions(), TestContext.Current.CancellationToken))
        {
            var (owner, server) = (postgres.Connections.Owner, postgres.Connections.Server);

            Assert.Equal("96MB 40 replica on on builtin C.UTF-8", await EmptyDatabases.Sql(owner, """
                select concat_ws(' ', current_setting('shared_buffers'), current_setting('max_connections'), current_setting('wal_level'), current_setting('data_checksums'),
                  current_setting('fsync'), case datlocprovider when 'b' then 'builtin' end, datlocale) from pg_database where datname = current_database()
                """));
            Assert.Equal("", await EmptyDatabases.Sql(owner, "show listen_addresses"));
            Assert.Equal(false, await EmptyDatabases.Sql(server, "select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole from pg_roles where rolname = current_user"));
            Assert.Equal("helios_owner", await EmptyDatabases.Sql(owner, "select pg_get_userbyid(datdba)::text from pg_database where datname = 'helios'"));
            await Assert.ThrowsAsync<PostgresException>(() => EmptyDatabases.Sql(server, "create table public.mine (id integer)"));
        }

        Directory.Delete(folder.Folder, recursive: true);
    }

    [Fact]
    public async Task It_keeps_its_rows_and_comes_back_after_it_was_killed()
    {
        using var folder = DataFolderLock.Take(NewFolder());
        await using (var server = await EmbeddedPostgres.Start(folder, new EmbeddedOptions(), TestContext.Current.CancellationToken))
        {
            var owner = server.Connections.Owner;
            await EmptyDatabases.Sql(owner, "create table kept (id integer); insert into kept values (42);");
            var before = server.ProcessId;

            Process.GetProcessById(before).Kill();
            await Eventually.Holds(async () => server.ProcessId is var now && now != 0 && now != before && await Answers(owner));

            Assert.Equal(42, await EmptyDatabases.Sql(owner, "select id from kept"));
        }

        Directory.Delete(folder.Folder, recursive: true);
    }

    [Fact]
    public async Task A_stop_leaves_no_process_no_pid_file_and_no_socket()
    {
        using var folder = DataFolderLock.Take(NewFolder());
        var server = await EmbeddedPostgres.Start(folder, new EmbeddedOptions { IsThrowaway = true }, TestContext.Current.CancellationToken);
        var process = server.ProcessId;
        var sockets = new NpgsqlConnectionStringBuilder(server.Administrator).Host!;

        await server.DisposeAsync();

        Assert.False(Directory.Exists($"/proc/{process}"));
        Assert.False(File.Exists(Path.Combine(folder.Folder, "pg18", "postmaster.pid")));
        Assert.False(Directory.Exists(sockets));
        Directory.Delete(folder.Folder, recursive: true);
    }

    [Fact]
    public async Task A_stale_pid_file_that_names_a_living_stranger_is_no_hindrance()
    {
        using var folder = DataFolderLock.Take(NewFolder());
        await using (await EmbeddedPostgres.Start(folder, new EmbeddedOptions { IsThrowaway = true }, TestContext.Current.CancellationToken))
        {
            // Made once, so that there is a cluster to start again.
        }

        var cluster = Path.Combine(folder.Folder, "pg18");
        await File.WriteAllTextAsync(
            Path.Combine(cluster, "postmaster.pid"),
            string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n{cluster}\n1\n5432\n/nowhere\n\n  1 1\nready\n"),
            TestContext.Current.CancellationToken);
        await using (var server = await EmbeddedPostgres.Start(folder, new EmbeddedOptions { IsThrowaway = true }, TestContext.Current.CancellationToken))
            Assert.True(await Answers(server.Connections.Server));
        Directory.Delete(folder.Folder, recursive: true);
    }

    [Fact]
    public async Task An_initdb_that_was_cut_short_is_begun_again()
    {
        using var folder = DataFolderLock.Take(NewFolder());
        Directory.CreateDirectory(Path.Combine(folder.Folder, "pg18.new", "base"));

        await using (var server = await EmbeddedPostgres.Start(folder, new EmbeddedOptions { IsThrowaway = true }, TestContext.Current.CancellationToken))
            Assert.True(await Answers(server.Connections.Server));
        Directory.Delete(folder.Folder, recursive: true);
    }

    [Fact]
    public async Task A_cluster_that_cannot_start_says_why()
    {
        using var folder = DataFolderLock.Take(NewFolder());
        Directory.CreateDirectory(Path.Combine(folder.Folder, "pg18"));
        await File.WriteAllTextAsync(Path.Combine(folder.Folder, "pg18", "PG_VERSION"), "17\n", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<InstallationException>(
            () => EmbeddedPostgres.Start(folder, new EmbeddedOptions { IsThrowaway = true }, TestContext.Current.CancellationToken));

        Assert.Contains("does not start on", refused.Message, StringComparison.Ordinal);
        Assert.Contains("FATAL", refused.Message, StringComparison.Ordinal);
        Directory.Delete(folder.Folder, recursive: true);
    }

    [Fact]
    public async Task A_missing_package_is_named_with_the_cure()
    {
        using var folder = DataFolderLock.Take(NewFolder());

        var refused = await Assert.ThrowsAsync<InstallationException>(
            () => EmbeddedPostgres.Start(folder, new EmbeddedOptions { Package = "/nowhere" }, TestContext.Current.CancellationToken));

        Assert.Contains("/nowhere", refused.Message, StringComparison.Ordinal);
        Assert.Contains("HELIOS_DATABASE", refused.Cure, StringComparison.Ordinal);
        Directory.Delete(folder.Folder, recursive: true);
    }

    static string NewFolder() => Path.Combine(Path.GetTempPath(), $"helios-test-{Guid.CreateVersion7():n}");

    static async Task<bool> Answers(string connection)
    {
        try
        {
            return await EmptyDatabases.Sql(connection, "select 1") is 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
