using System.Globalization;
using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Files;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Backups;
using Helios.Kernel.Secrets;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.Installations.Backups;

/// <summary>An installation that somebody has worked in, with stored files, and a backup of it.</summary>
public sealed class LivedIn : IAsyncLifetime
{
    readonly EmptySite site = new();
    readonly Larkspur larkspur = new();
    EmptyDatabases? databases;

    /// <summary>The installation that the backup was made of.</summary>
    public HeliosSettings Settings { get; private set; } = null!;

    public EmptyDatabases Databases => databases!;

    /// <summary>The backup.</summary>
    public BackupReport Made { get; private set; } = null!;

    /// <summary>Every table as it was then.</summary>
    public SortedDictionary<string, string> Tables { get; private set; } = [];

    /// <summary>A token that the API takes; its pepper stands under the root key.</summary>
    public string Token { get; private set; } = "";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        databases = new EmptyDatabases();
        await databases.InitializeAsync();
        await larkspur.InitializeAsync();
        var database = new DatabaseConnections(larkspur.House.Database.Owner.ConnectionString, larkspur.House.Database.Server.ConnectionString).WithHouseRules();
        Settings = new HeliosSettings { DataFolder = site.Data, Port = 0, RootKey = new RootKeyPlace(site.Key, IsFile: true), OwnServer = database };
        await PutKey();
        await Live();
        await StoreFiles();
        await OldEvents();
        await larkspur.House.End();
        Tables = await Fingerprints.Of(database.Owner);
        await using (Half())
            Made = await Backup(Path.Combine(Path.GetDirectoryName(site.Key)!, "lived-in.backup"));
    }

    public async ValueTask DisposeAsync()
    {
        await larkspur.DisposeAsync();
        if (databases is not null)
            await databases.DisposeAsync();
        site.Dispose();
    }

    /// <summary>Makes another backup.</summary>
    public Task<BackupReport> Backup(string to) =>
        new Backup(Settings, [new BackupModule("core", "0.1.0"), new BackupModule("itsm", "0.1.0")], static _ => { }, TimeProvider.System).Write(Settings.OwnServer!, to, Stop);

    /// <summary>A new place to restore to, which knows the root key; with a private PostgreSQL, or with an empty database of its own.</summary>
    public HeliosSettings NewPlace(DatabaseConnections? own = null) =>
        Settings with { DataFolder = Path.Combine(Path.GetDirectoryName(site.Key)!, $"place-{Guid.CreateVersion7():n}"), OwnServer = own?.WithHouseRules() };

    public static Task<BackupReport> Restore(string file, HeliosSettings to, IReadOnlyList<MigrationSource>? schema = null, List<string>? told = null) =>
        new Restore(to, schema ?? TestSchema.Whole, line => told?.Add(line), TimeProvider.System).Run(file, Stop);

    async Task PutKey()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(site.Key)!);
        var copy = site.Key + ".copy";
        await File.WriteAllTextAsync(copy, larkspur.House.Key.RecoveryCopy, Stop);
        await new RootKeyStore(Settings.OwnServer!.Owner, Settings.RootKey, TimeProvider.System, static _ => { }).Restore(copy, Stop);
    }

    async Task Live()
    {
        Token = await Larkspur.Token(larkspur.Owner);
        await larkspur.Joined("Mei Tan", "mei@larkspur.example", "it_staff");
        string[] posts =
        [
            "/locations", """{ "name": "Mill — Łódź", "city": "Łódź" }""",
            "/tickets", """{ "subject": "The printer hums \"loudly\"\ttoday", "description": "Line one\nLine two \\ with a backslash. 漢字 🖨" }""",
            "/tickets", """{ "subject": "No light in the hall" }""",
            "/entities/T-1/comments", """{ "body": "Looked at it; the fan is worn.", "audience": "internal" }""",
            "/entities/T-1/tags", """{ "tag": "Hardware" }""",
            "/entities/T-1/links", """{ "to": "T-2" }""",
        ];
        foreach (var post in posts.Chunk(2))
            Assert.Contains((int)(await larkspur.Api(post[0], Token, json: post[1])).Status, new[] { 200, 201 });
    }

    async Task StoreFiles()
    {
        var folder = Directory.CreateDirectory(Path.Combine(site.Data, "files", "ab")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "abcd"), [1, 2, 3], Stop);
        await File.WriteAllBytesAsync(Path.Combine(folder, "empty"), [], Stop);
        await File.WriteAllTextAsync(Path.Combine(folder, "ef01"), string.Concat(Enumerable.Range(0, 100_000).Select(i => i.ToString(CultureInfo.InvariantCulture))), Stop);
    }

    /// <summary>A file that is coming in while the backup is made: held by its writer, and no part of the data yet.</summary>
    FileStream Half()
    {
        var folder = Directory.CreateDirectory(Path.Combine(site.Data, "files", Guid.CreateVersion7().ToString(), FileStore.Incoming)).FullName;
        var half = new FileStream(Path.Combine(folder, "half"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        half.Write([1, 2, 3]);
        half.Flush();
        return half;
    }

    // A month that no fresh installation has, and a past before every month.
    async Task OldEvents()
    {
        await larkspur.House.Sql("create table event_2024_02 partition of event for values from ('2024-02-01 00:00:00+00') to ('2024-03-01 00:00:00+00')");
        foreach (var day in new[] { "2024-02-17", "1999-12-31" })
            await larkspur.House.Sql(
                $"""
                insert into event (organization_id, occurred_at, id, action, kind, entity_id, key, audience, actor_kind, door, request_id, detail_digest)
                select organization_id, '{day} 12:00+00', gen_random_uuid(), action, kind, entity_id, key, audience, actor_kind, door, request_id, detail_digest from event limit 3
                """);
    }
}
