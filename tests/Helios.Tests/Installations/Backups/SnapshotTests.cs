using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Backups;
using Helios.Tests.Fixtures;
using Npgsql;
using Xunit;

namespace Helios.Tests.Installations.Backups;

/// <summary>A backup under writes. It takes some seconds: there must be something to write between the two tables that are watched.</summary>
public sealed class SnapshotTests(EmptyDatabases databases) : IClassFixture<EmptyDatabases>, IDisposable
{
    static readonly IReadOnlyList<MigrationSource> Kernel = [TestSchema.Kernel];
    readonly EmptySite site = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task What_moves_from_one_table_to_another_meanwhile_is_there_once()
    {
        var from = Settings(await databases.Make());
        await using (await Installation.Open(from, Kernel, static _ => { }, TimeProvider.System, Stop))
            await EmptyDatabases.Sql(
                from.OwnServer!.Owner,
                """
                insert into key_counter (organization_id, kind, next) values (gen_random_uuid(), 'coin', 1000000);
                insert into search_word (organization_id, word, n) values (gen_random_uuid(), 'coin', 0);
                insert into search_change (organization_id, added, removed) select gen_random_uuid(), array[md5(i::text)], '{}' from generate_series(1, 100000) i;
                """);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var moving = Move(from.OwnServer!.Owner, enough.Token);

        var made = await new Backup(from, [], static _ => { }, TimeProvider.System).Write(from.OwnServer!, site.Data + ".backup", Stop);
        await enough.CancelAsync();
        var moved = await moving;

        var to = Settings(await databases.Make()) with { DataFolder = site.Data + "-restored" };
        await new Restore(to, Kernel, static _ => { }, TimeProvider.System).Run(made.Path, Stop);
        Assert.True(moved > 1, "Nothing moved while the backup was written.");
        Assert.Equal(1000000L, await EmptyDatabases.Sql(to.OwnServer!.Owner, "select (select sum(next) from key_counter)::bigint + (select sum(n) from search_word)::bigint"));
        Assert.NotEqual(moved, await EmptyDatabases.Sql(to.OwnServer.Owner, "select sum(n)::bigint from search_word"));
    }

    HeliosSettings Settings(DatabaseConnections database) =>
        new() { DataFolder = site.Data, Port = 0, RootKey = new RootKeyPlace(site.Key, IsFile: true), OwnServer = database.WithHouseRules() };

    static async Task<long> Move(string owner, CancellationToken enough)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(Stop);
        var moved = 0L;
        while (!enough.IsCancellationRequested)
        {
            await using var move = new NpgsqlCommand("begin; update key_counter set next = next - 1; update search_word set n = n + 1; commit", connection);
            await move.ExecuteNonQueryAsync(Stop);
            moved++;
        }

        return moved;
    }
}
