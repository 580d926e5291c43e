using System.Text;
using System.Text.RegularExpressions;
using Helios.Kernel.Installations;
using Helios.Kernel.Secrets;
using Helios.Tests.Fixtures;
using Npgsql;
using Xunit;

namespace Helios.Tests.Secrets;

/// <summary>A new root key under everything, cut off at every step.</summary>
public sealed partial class RootRotationTests(EmptyDatabases databases) : IClassFixture<EmptyDatabases>, IDisposable
{
    readonly string folder = Path.Combine(Path.GetTempPath(), $"helios-test-{Guid.CreateVersion7():n}");

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Everything_opens_under_the_new_key_and_nothing_names_the_old_one(bool isFile)
    {
        var (database, place) = await Furnished(isFile);
        var old = await Open(database, place);

        var made = await Rotate(database, place, static _ => { });

        Assert.NotEqual(old.Id, made.Id);
        Assert.Equal(made.CheckValue, (await Open(database, place)).CheckValue);
        await AllOpens(database, made);
        Assert.Equal(["platform.root_key"], await Naming(database, old.Id));
        Assert.False(await Recovered(database));
        // The key before stays beside it: a backup from before the rotation opens with it.
        await EmptyDatabases.Sql(database.Owner, $"delete from platform.root_key where state = 'active'; update platform.root_key set state = 'active' where id = '{old.Id}'");
        Assert.Equal(old.CheckValue, (await Open(database, place)).CheckValue);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cut_off_at_any_step_it_leaves_one_key_that_opens_all_and_goes_on_when_it_is_run_again(bool isFile)
    {
        for (var step = 1; step <= 4; step++)
        {
            var (database, place) = await Furnished(isFile);
            var old = await Open(database, place);
            var told = 0;
            await Assert.ThrowsAsync<TimeoutException>(() => Rotate(database, place, _ =>
            {
                if (++told == step)
                    throw new TimeoutException("cut off");
            }));

            // Whoever only looks moves no file.
            var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
            Assert.NotNull(await Store(database, place).Find(Stop));
            Assert.Equal(files, Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));

            var found = await Open(database, place);
            Assert.Equal(step <= 2, found.Id == old.Id);
            await AllOpens(database, found);

            var made = await Rotate(database, place, static _ => { });
            await AllOpens(database, made);
            Assert.Equal(made.Id, (await Open(database, place)).Id);
            Assert.Equal(step <= 2 ? 2L : 3L, await EmptyDatabases.Sql(database.Owner, "select count(*) from platform.root_key"));
            Dispose();
        }

        Directory.CreateDirectory(folder);
    }

    [Fact]
    public async Task While_a_server_is_connected_it_is_refused_and_nothing_changes()
    {
        var (database, place) = await Furnished(isFile: false);
        var old = await Open(database, place);
        await using var server = new NpgsqlConnection(database.Server);
        await server.OpenAsync(Stop);

        var refused = await Assert.ThrowsAsync<InstallationException>(() => Rotate(database, place, static _ => { }));

        Assert.Contains("still connected", refused.Message, StringComparison.Ordinal);
        Assert.Equal(old.Id, (await Open(database, place)).Id);
        await AllOpens(database, old);
    }

    [Fact]
    public async Task A_damaged_key_below_it_stops_the_rotation_before_anything_changed()
    {
        var (database, place) = await Furnished(isFile: false);
        var old = await Open(database, place);
        await EmptyDatabases.Sql(database.Owner, "update organization_key set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where version = 2");

        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => Rotate(database, place, static _ => { }));

        Assert.Equal(old.Id, (await Open(database, place)).Id);
    }

    /// <summary>A database with something of everything that stands under the root key.</summary>
    async Task<(DatabaseConnections, RootKeyPlace)> Furnished(bool isFile)
    {
        var database = await databases.MakeWithKernel();
        var place = new RootKeyPlace(isFile ? Path.Combine(folder, "root.key") : folder, isFile);
        var root = await Open(database, place);
        await using var source = NpgsqlDataSource.Create(database.Owner);
        var organization = Guid.CreateVersion7();
        await EmptyDatabases.Sql(database.Owner, $"insert into platform.organization (id, slug, name, created_at) values ('{organization}', 'acme', 'Acme', now())");
        var keys = new OrganizationKeys(root, TimeProvider.System);
        foreach (var purpose in new[] { "integration", "identity", "integration" })
        {
            await using var connection = await source.OpenConnectionAsync(Stop);
            await using var transaction = await connection.BeginTransactionAsync(Stop);
            await keys.Rotate(connection, organization, purpose, Stop);
            await transaction.CommitAsync(Stop);
        }

        new KeptKeys(source, root, TimeProvider.System).Get("identity:token", () => root.Derive("identity:token"));
        await using var insert = source.CreateCommand("insert into platform.data_protection_key (id, xml, created_at) values ('key-1', $1, now())");
        insert.Parameters.Add(new() { Value = $"<key id=\"1\"><sealedKey>{Convert.ToBase64String(root.Seal(RootRotation.DataProtection, "<masterKey/>"u8))}</sealedKey></key>" });
        await insert.ExecuteNonQueryAsync(Stop);
        return (database, place);
    }

    /// <summary>Every value in the database that is sealed under the root key opens with it.</summary>
    static async Task AllOpens(DatabaseConnections database, RootKey root)
    {
        await using var source = NpgsqlDataSource.Create(database.Owner);
        var count = 0;
        await using (var keys = source.CreateCommand("select sealed, organization_id, purpose, version from organization_key"))
        await using (var row = await keys.ExecuteReaderAsync(Stop))
            for (; await row.ReadAsync(Stop); count++)
                Assert.Equal(32, root.Open("organization-key", await row.GetFieldValueAsync<byte[]>(0, Stop), row.GetGuid(1).ToString(), row.GetString(2), $"{row.GetInt32(3)}").Length);
        Assert.Equal(3, count);
        Assert.Equal(32, new KeptKeys(source, root, TimeProvider.System).Get("identity:token", () => throw new InvalidOperationException("It was there.")).Length);
        var xml = (string)(await EmptyDatabases.Sql(database.Owner, "select xml from platform.data_protection_key"))!;
        Assert.Equal("<masterKey/>", Encoding.UTF8.GetString(root.Open(RootRotation.DataProtection, Convert.FromBase64String(SealedKey().Match(xml).Value))));
    }

    /// <summary>The tables in which the name of a key stands, plain or inside an envelope.</summary>
    static async Task<List<string>> Naming(DatabaseConnections database, string id)
    {
        List<string> naming = [];
        foreach (var table in new[] { "platform.root_key", "platform.kept_key", "platform.data_protection_key", "organization_key", "platform.organization" })
        {
            var text = (string?)await EmptyDatabases.Sql(database.Owner, $"select string_agg(t::text, ' ') from {table} t") ?? "";
            string[] forms = [id, Convert.ToHexStringLower(Encoding.ASCII.GetBytes(id)), .. Enumerable.Range(0, 3).Select(shift => Convert.ToBase64String([.. new byte[shift], .. Encoding.ASCII.GetBytes(id)])[4..^4])];
            if (forms.Any(form => text.Contains(form, StringComparison.Ordinal)))
                naming.Add(table);
        }

        return naming;
    }

    static async Task<bool> Recovered(DatabaseConnections database) =>
        await EmptyDatabases.Sql(database.Owner, "select recovery_saved_at is not null from platform.root_key where state = 'active'") is true;

    static RootKeyStore Store(DatabaseConnections database, RootKeyPlace place) => new(database.Owner, place, TimeProvider.System, static _ => { });

    static Task<RootKey> Open(DatabaseConnections database, RootKeyPlace place) => Store(database, place).Open(Stop);

    static Task<RootKey> Rotate(DatabaseConnections database, RootKeyPlace place, Action<string> report) => new RootRotation(database, place, TimeProvider.System, report).Run(Stop);

    [GeneratedRegex("(?<=<sealedKey>)[^<]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SealedKey();
}
