using Helios.Kernel.Installations;
using Helios.Kernel.Secrets;
using Helios.Tests.Fixtures;
using Npgsql;
using Xunit;

namespace Helios.Tests.Secrets;

public sealed class RootKeyStoreTests(EmptyDatabases databases) : IClassFixture<EmptyDatabases>, IDisposable
{
    readonly string folder = Path.Combine(Path.GetTempPath(), $"helios-test-{Guid.CreateVersion7():n}");

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_first_key_is_made_for_its_owner_alone_and_found_again()
    {
        var database = await databases.MakeWithKernel();

        var made = await Store(database).Open(Stop);
        var found = await Store(database).Open(Stop);

        Assert.Equal(made.CheckValue, found.CheckValue);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FileOf(made)));
    }

    [Fact]
    public async Task Nodes_that_start_together_make_one_key()
    {
        var database = await databases.MakeWithKernel();

        var keys = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Store(database).Open(Stop)));

        Assert.Single(keys.Select(key => key.Id).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_missing_key_is_refused_and_none_is_invented()
    {
        var database = await databases.MakeWithKernel();
        var key = await Store(database).Open(Stop);
        File.Delete(FileOf(key));

        var refused = await Assert.ThrowsAsync<InstallationException>(() => Store(database).Open(Stop));

        Assert.Contains($"{key.Id} of this installation is missing", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--recovery-key", refused.Cure, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder));
    }

    [Fact]
    public async Task The_key_of_another_installation_is_refused_by_name()
    {
        var database = await databases.MakeWithKernel();
        var key = await Store(database).Open(Stop);
        var other = await Store(await databases.MakeWithKernel()).Open(Stop);
        File.Copy(FileOf(other), FileOf(key), overwrite: true);

        var refused = await Assert.ThrowsAsync<InstallationException>(() => Store(database).Open(Stop));

        Assert.Contains($"holds the key {other.Id}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_whose_bytes_were_changed_is_refused()
    {
        var database = await databases.MakeWithKernel();
        var key = await Store(database).Open(Stop);
        var text = await File.ReadAllTextAsync(FileOf(key), Stop);
        var at = text.IndexOf("key: ", StringComparison.Ordinal) + 5;
        await File.WriteAllTextAsync(FileOf(key), text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..], Stop);

        var refused = await Assert.ThrowsAsync<InstallationException>(() => Store(database).Open(Stop));

        Assert.Contains("damaged key", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_others_can_read_is_refused()
    {
        var database = await databases.MakeWithKernel();
        var key = await Store(database).Open(Stop);
        File.SetUnixFileMode(FileOf(key), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var refused = await Assert.ThrowsAsync<InstallationException>(() => Store(database).Open(Stop));

        Assert.Contains("chmod 600", refused.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_is_made_over_existing_data()
    {
        var database = await databases.MakeWithKernel();
        await EmptyDatabases.Sql(database.Owner, "insert into platform.organization (id, slug, name, created_at) values (uuidv7(), 'acme', 'Acme', now())");

        var refused = await Assert.ThrowsAsync<InstallationException>(() => Store(database).Open(Stop));

        Assert.Contains("holds data but does not name a root key", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task The_recovery_copy_brings_the_key_file_back()
    {
        var database = await databases.MakeWithKernel();
        var key = await Store(database).Open(Stop);
        var copy = await Save(key.RecoveryCopy);
        File.Delete(FileOf(key));

        await Store(database).Restore(copy, Stop);

        Assert.Equal(key.CheckValue, (await Store(database).Open(Stop)).CheckValue);
    }

    [Fact]
    public async Task The_recovery_copy_of_another_installation_is_refused()
    {
        var database = await databases.MakeWithKernel();
        var key = await Store(database).Open(Stop);
        var copy = await Save(RootKey.Make(TimeProvider.System).RecoveryCopy);

        var refused = await Assert.ThrowsAsync<InstallationException>(() => Store(database).Restore(copy, Stop));

        Assert.Contains($"was made with {key.Id}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_servers_role_may_note_that_the_copy_is_safe_and_nothing_else()
    {
        var database = await databases.MakeWithKernel();
        await Store(database).Open(Stop);
        await using var server = NpgsqlDataSource.Create(database.Server);
        var state = new RecoveryState(server, TimeProvider.System);

        Assert.False(await state.IsSaved(Stop));
        await state.MarkSaved(Stop);
        Assert.True(await state.IsSaved(Stop));
        await Assert.ThrowsAsync<PostgresException>(() => EmptyDatabases.Sql(database.Server, "update platform.root_key set id = 'root-2026a-aaaaa'"));
        await Assert.ThrowsAsync<PostgresException>(() => EmptyDatabases.Sql(database.Server, "delete from platform.root_key"));
    }

    RootKeyStore Store(DatabaseConnections database) => new(database.Owner, new RootKeyPlace(folder, IsFile: false), TimeProvider.System, static _ => { });

    string FileOf(RootKey key) => Path.Combine(folder, key.Id + ".key");

    async Task<string> Save(string text)
    {
        var path = Path.Combine(folder, "copy.txt");
        await File.WriteAllTextAsync(path, text, Stop);
        return path;
    }
}
