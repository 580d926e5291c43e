using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Embedded;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Installations.Backups;

/// <summary>The verbs as processes of their own beside a running server, killed in the middle. They take some seconds: the table is large enough to be met half done.</summary>
public sealed class BackupCrashTests(CrashSite site) : IClassFixture<CrashSite>
{
    static readonly string Rows =
        $"insert into search_word (organization_id, word, n) select gen_random_uuid(), md5(i::text), i from generate_series(1, {Volume.Of(everyday: 75_000, full: 150_000)}) i";

    string Out => Path.Combine(Path.GetDirectoryName(site.Key)!, "out");

    string Place => site.Data + "-restored";

    [Fact]
    public async Task A_killed_backup_leaves_no_file_that_looks_whole_and_a_killed_restore_begins_anew()
    {
        await using var server = ServerProcess.Start(site.Data, site.Key);
        await server.Ready();
        await EmptyDatabases.Sql(EmbeddedPostgres.Running(site.Data).Owner, Rows);

        await using (var killed = await HalfDone())
            await killed.Kill();
        Assert.Empty(Directory.GetFiles(Out, "*.backup"));
        Assert.Single(Unfinished());

        await using (var stopped = await HalfDone())
        {
            Assert.Equal(1, await stopped.Stop("INT"));
            Assert.Contains("The backup was stopped before its end", stopped.Output, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFiles(Out));
        Assert.Contains("Backup written", await Done("backup", "--to", Out, "--data", site.Data), StringComparison.Ordinal);
        Assert.Empty(Unfinished());
        var backup = Assert.Single(Directory.GetFiles(Out, "*.backup"));
        Assert.Contains("The backup is whole", await Done("backup", "verify", backup), StringComparison.Ordinal);
        var before = await Fingerprints.Of(EmbeddedPostgres.Running(site.Data).Owner);
        await server.Stop("TERM");

        await KillRestore(backup);
        Assert.Contains("Restored into", await Done("restore", backup, "--data", Place), StringComparison.Ordinal);
        await SameTables(before);
    }

    /// <summary>A backup that has written some of its file; what an earlier one left is gone by then.</summary>
    async Task<ServerProcess> HalfDone()
    {
        while (true)
        {
            var before = Unfinished().ToHashSet(StringComparer.Ordinal);
            var verb = Verb("backup", "--to", Out, "--data", site.Data);
            var isHalf = false;
            await Eventually.Holds(() => Task.FromResult(verb.HasExited || (isHalf = Unfinished().Any(file => !before.Contains(file) && new FileInfo(file).Length > 1 << 20))));
            if (isHalf)
                return verb;
            // It came to its end before anybody looked.
            Assert.Equal(0, await verb.Exit());
            await verb.DisposeAsync();
            foreach (var whole in Directory.GetFiles(Out, "*.backup"))
                File.Delete(whole);
        }
    }

    async Task KillRestore(string backup)
    {
        await using (var killed = Verb("restore", backup, "--data", Place))
        {
            var filling = 0L;
            await Eventually.Holds(async () => (filling = await Filling()) > 0 || killed.HasExited);
            Assert.True(filling > 0, killed.Output);
            await killed.Kill();
        }

        await using var refused = ServerProcess.Start(Place, site.Key);
        Assert.Equal(1, await refused.Exit());
        Assert.Contains("did not come to its end", refused.Output, StringComparison.Ordinal);
        Assert.Contains("./helios restore " + backup, refused.Output, StringComparison.Ordinal);
    }

    // Whether the large table is being copied in at this moment.
    async Task<long> Filling()
    {
        try
        {
            return await EmptyDatabases.Sql(EmbeddedPostgres.Running(Place).Owner, "select count(*) from pg_stat_activity where query like 'copy \"public\".\"search_word\"%' and state = 'active'") is long count ? count : 0;
        }
        catch (Npgsql.NpgsqlException)
        {
            return 0;
        }
    }

    async Task SameTables(SortedDictionary<string, string> before)
    {
        await using var database = await ReachedDatabase.Of(new HeliosSettings { DataFolder = Place, RootKey = new RootKeyPlace(site.Key, IsFile: true) }, TestContext.Current.CancellationToken);
        Assert.Equal(before, await Fingerprints.Of(database.Connections.Owner));
    }

    IEnumerable<string> Unfinished() => Directory.Exists(Out) ? Directory.EnumerateFiles(Out, "*.new") : [];

    async Task<string> Done(params string[] words)
    {
        await using var verb = Verb(words);
        Assert.True(await verb.Exit() == 0, verb.Output);
        return verb.Output;
    }

    ServerProcess Verb(params string[] words) => ServerProcess.Run(site.Key, words);
}
