using System.Net.Http.Headers;
using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Backups;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Installations.Backups;

/// <summary>Backups of an installation that somebody has worked in. Those that restore into a private PostgreSQL take some seconds each.</summary>
public sealed class BackupTests(LivedIn lived) : IClassFixture<LivedIn>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_table_comes_back_row_by_row_with_its_schema_into_a_database_of_ones_own()
    {
        var place = lived.NewPlace(await lived.Databases.Make());

        await LivedIn.Restore(lived.Made.Path, place);

        Assert.Equal(lived.Tables, await Fingerprints.Of(place.OwnServer!.Owner));
        Assert.Equal(await Fingerprints.Schema(lived.Settings.OwnServer!.Owner), await Fingerprints.Schema(place.OwnServer.Owner));
        Assert.Contains(lived.Tables, table => table.Key == "public.event_2024_02" && table.Value.StartsWith("3 rows", StringComparison.Ordinal));
        Assert.Contains(lived.Tables, table => table.Key == "public.event_rest" && table.Value.StartsWith("3 rows", StringComparison.Ordinal));
        Assert.True(lived.Tables.Count(table => !table.Key.StartsWith("sequence", StringComparison.Ordinal) && !table.Value.StartsWith("0 rows", StringComparison.Ordinal)) > 20);
        Assert.Empty(FilesThatDiffer(place));
    }

    [Fact]
    public async Task It_moves_to_a_private_PostgreSQL_and_a_server_serves_from_it_and_writes_the_backup_that_is_overdue()
    {
        var place = lived.NewPlace();

        await LivedIn.Restore(lived.Made.Path, place);

        await using (var database = await ReachedDatabase.Of(place, Stop))
            Assert.Equal(lived.Tables, await Fingerprints.Of(database.Connections.Owner));
        Assert.Empty(FilesThatDiffer(place));
        var backups = Directory.CreateDirectory(Path.Combine(place.DataFolder, Backup.FolderName)).FullName;
        await File.WriteAllTextAsync(Path.Combine(backups, "helios-scheduled-2020-01-01T024000Z.backup"), "", Stop);
        await using var server = ServerProcess.Start(place.DataFolder, place.RootKey.Path);
        using var client = new HttpClient { BaseAddress = await server.Ready() };
        Assert.Contains("Sign in", await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative), Stop), StringComparison.Ordinal);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", lived.Token);
        Assert.Contains("mei@larkspur.example", await client.GetStringAsync(new Uri("/api/v1/users", UriKind.Relative), Stop), StringComparison.Ordinal);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!server.Output.Contains("Backup written and proven: ", StringComparison.Ordinal))
            await look.WaitForNextTickAsync(Stop);
        Assert.Equal(2, Directory.GetFiles(backups).Length);
        await server.Stop("TERM");
    }

    [Fact]
    public async Task An_older_backup_is_migrated_on()
    {
        var place = lived.NewPlace(await lived.Databases.Make());
        var itsm = TestSchema.Itsm;
        IReadOnlyList<MigrationSource> newer =
        [
            .. TestSchema.Whole.SkipLast(1),
            itsm with { Files = [.. itsm.Files, new MigrationFile(itsm.Files.Count + 1, "count", "alter table ticket add column later integer; update ticket set later = 7;")] },
            new MigrationSource("fresh", [new MigrationFile(1, "start", "create table fresh (id integer)")]),
        ];

        await LivedIn.Restore(lived.Made.Path, place, newer);

        Assert.Equal(14L, await EmptyDatabases.Sql(place.OwnServer!.Owner, "select sum(later) from ticket"));
        Assert.Equal(0L, await EmptyDatabases.Sql(place.OwnServer.Owner, "select count(*) from fresh"));
    }

    [Fact]
    public async Task What_this_program_does_not_know_is_refused_by_name()
    {
        var itsm = TestSchema.Itsm;
        MigrationSource older = itsm with { Files = [.. itsm.Files.SkipLast(1)] };
        MigrationSource other = itsm with { Files = [itsm.Files[0] with { Sql = "select 1" }, .. itsm.Files.Skip(1)] };

        Assert.Contains("module itsm 0.1.0, which is not installed", await Refused(schema: [.. TestSchema.Whole.SkipLast(1)]), StringComparison.Ordinal);
        Assert.Contains("newer than this program: itsm", await Refused(schema: [.. TestSchema.Whole.SkipLast(1), older]), StringComparison.Ordinal);
        Assert.Contains("is not the one that the backup's database ran", await Refused(schema: [.. TestSchema.Whole.SkipLast(1), other]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_holds_something_is_refused_and_untouched()
    {
        var full = lived.NewPlace();
        Directory.CreateDirectory(full.DataFolder);
        await File.WriteAllTextAsync(Path.Combine(full.DataFolder, "letters.txt"), "kept", Stop);
        Assert.Contains("holds letters.txt", await Refused(full), StringComparison.Ordinal);
        Assert.Equal("kept", await File.ReadAllTextAsync(Path.Combine(full.DataFolder, "letters.txt"), Stop));

        Assert.Contains("holds an installation already", await Refused(lived.NewPlace(lived.Settings.OwnServer)), StringComparison.Ordinal);
        var foreign = await lived.Databases.Make();
        await EmptyDatabases.Sql(foreign.Owner, "create table letters (id integer)");
        Assert.Contains("tables of another program", await Refused(lived.NewPlace(foreign)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_little_room_is_said_in_figures_and_nothing_is_begun()
    {
        var place = lived.NewPlace();
        var restore = new Restore(place, TestSchema.Whole, static _ => { }, TimeProvider.System) { Room = _ => 300L << 20 };
        var refused = await Assert.ThrowsAsync<InstallationException>(() => restore.Run(lived.Made.Path, Stop));
        Assert.Matches(@"^The restore needs about .+ in .+, and 300 MB are free there\.$", refused.Message);
        Assert.False(Directory.Exists(place.DataFolder));

        var to = place.DataFolder + "-none";
        var backup = new Backup(lived.Settings, [new BackupModule("core", "0.1.0")], static _ => { }, TimeProvider.System) { Room = _ => 10 };
        Assert.StartsWith("The backup needs about", (await Assert.ThrowsAsync<InstallationException>(() => backup.Write(lived.Settings.OwnServer!, to, Stop))).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(to));
    }

    [Fact]
    public async Task Without_its_root_key_or_with_another_it_is_refused_by_name_and_the_recovery_copy_opens_it()
    {
        var folder = Path.Combine(Path.GetDirectoryName(lived.Settings.RootKey.Path)!, "elsewhere");
        var place = lived.NewPlace(await lived.Databases.Make()) with { RootKey = new RootKeyPlace(Path.Combine(folder, "root.key"), IsFile: true) };
        Assert.Contains($"sealed with the root key {lived.Made.Header.RootKey}, which is missing", await Refused(place), StringComparison.Ordinal);

        var other = await lived.Databases.Make();
        await (await Installation.Open(place with { OwnServer = other.WithHouseRules(), DataFolder = folder + "-data" }, TestSchema.Whole, static _ => { }, TimeProvider.System, Stop)).DisposeAsync();
        Assert.Contains($"sealed with the root key {lived.Made.Header.RootKey}, and {place.RootKey.Path} holds the key root-", await Refused(place), StringComparison.Ordinal);

        var kept = $"{place.RootKey.Path}.{lived.Made.Header.RootKey}";
        File.Copy(lived.Settings.RootKey.Path, kept);
        Assert.Equal(lived.Made.Manifest.Rows, (await BackupVerification.Run(lived.Made.Path, place, static _ => { }, TimeProvider.System, Stop)).Manifest.Rows);
        File.Delete(kept);

        File.Delete(place.RootKey.Path);
        await LivedIn.Restore(lived.Made.Path, place with { RecoveryKey = lived.Settings.RootKey.Path + ".copy" });
        Assert.Equal(lived.Tables, await Fingerprints.Of(place.OwnServer!.Owner));
        Assert.Equal(await File.ReadAllTextAsync(lived.Settings.RootKey.Path, Stop), await File.ReadAllTextAsync(place.RootKey.Path, Stop));
    }

    [Theory]
    [InlineData("table public.ticket")]
    [InlineData("table platform.account")]
    [InlineData("files")]
    public async Task A_damaged_part_is_named_and_leaves_no_installation(string name)
    {
        var part = lived.Made.Manifest.Parts.Single(part => part.Name == name);
        var damaged = Copy(bytes => bytes[part.Offset + (part.Stored / 2)] ^= 4);
        var place = lived.NewPlace(await lived.Databases.Make());

        var refused = await Assert.ThrowsAsync<InstallationException>(() => LivedIn.Restore(damaged, place));
        Assert.Contains($"its part {name} does not read", refused.Message, StringComparison.Ordinal);
        var verified = await Assert.ThrowsAsync<InstallationException>(() => BackupVerification.Run(damaged, lived.Settings, static _ => { }, TimeProvider.System, Stop));
        Assert.Equal(refused.Message, verified.Message);

        var opened = await Assert.ThrowsAsync<InstallationException>(() => Installation.Open(place, TestSchema.Whole, static _ => { }, TimeProvider.System, Stop));
        Assert.Contains("did not come to its end", opened.Message, StringComparison.Ordinal);
        await LivedIn.Restore(lived.Made.Path, place);
        Assert.Equal(lived.Tables, await Fingerprints.Of(place.OwnServer!.Owner));
    }

    [Fact]
    public async Task A_file_that_is_cut_short_swapped_about_or_none_at_all_is_refused()
    {
        var parts = lived.Made.Manifest.Parts.ToList();
        Assert.Contains("ends too early", await Refused(file: Copy(Array.Empty<byte>())), StringComparison.Ordinal);
        Assert.Contains("its part manifest does not read", await Refused(file: Copy(bytes => bytes[^1] ^= 1)), StringComparison.Ordinal);
        Assert.Contains("is no backup of Helios", await Refused(file: Copy(bytes => bytes[0] ^= 1)), StringComparison.Ordinal);
        Assert.Contains("does not read", await Refused(file: Copy(bytes => bytes.AsSpan((int)parts[1].Offset, 64).CopyTo(bytes.AsSpan((int)parts[0].Offset)))), StringComparison.Ordinal);
        Assert.Contains("does not read", await Refused(file: Copy(bytes => bytes[60] ^= 1)), StringComparison.Ordinal);
        Assert.Contains("cannot be read", await Refused(file: "/nowhere/at/all.backup"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_proves_every_part_and_tells_what_it_holds()
    {
        var read = await BackupVerification.Run(lived.Made.Path, lived.Settings, static _ => { }, TimeProvider.System, Stop);

        Assert.Equal(3, read.Manifest.FileCount);
        Assert.Equal(lived.Made.Manifest.Rows, read.Manifest.Rows);
        Assert.Equal([lived.Made.Header.RootKey], read.Manifest.RootKeys);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(lived.Made.Path));
    }

    [Fact]
    public async Task Nothing_of_what_it_holds_can_be_read_without_the_key()
    {
        var bytes = await File.ReadAllBytesAsync(lived.Made.Path, Stop);
        Assert.All(["larkspur", "ticket", "Łódź"], word => Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(word)) < 0, word));
    }

    [Fact]
    public async Task It_replaces_no_file_and_sweeps_what_a_killed_one_left()
    {
        var folder = Directory.CreateDirectory(Path.Combine(lived.NewPlace().DataFolder, "out")).FullName;
        var left = Path.Combine(folder, "helios-2020.backup.new");
        await File.WriteAllTextAsync(left, "half", Stop);

        var made = await lived.Backup(folder);

        Assert.Equal([made.Path], Directory.GetFiles(folder));
        Assert.Contains("already", (await Assert.ThrowsAsync<InstallationException>(() => lived.Backup(made.Path))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_column_has_a_type_that_another_cluster_numbers_otherwise() =>
        Assert.Empty(await Fingerprints.ForeignColumns(lived.Settings.OwnServer!.Owner));

    async Task<string> Refused(HeliosSettings? place = null, IReadOnlyList<MigrationSource>? schema = null, string? file = null) =>
        (await Assert.ThrowsAsync<InstallationException>(() => LivedIn.Restore(file ?? lived.Made.Path, place ?? lived.NewPlace(), schema))).Message;

    string Copy(Action<byte[]> change)
    {
        var bytes = File.ReadAllBytes(lived.Made.Path);
        change(bytes);
        return Copy(bytes);
    }

    string Copy(byte[] bytes)
    {
        var path = lived.NewPlace().DataFolder + ".backup";
        File.WriteAllBytes(path, bytes.Length > 0 ? bytes : File.ReadAllBytes(lived.Made.Path)[..^200]);
        return path;
    }

    IEnumerable<string> FilesThatDiffer(HeliosSettings place)
    {
        var from = Path.Combine(lived.Settings.DataFolder, "files");
        var to = Path.Combine(place.DataFolder, "files");
        string[] Names(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];
        Assert.Equal(Names(from), Names(to));
        return Names(from).Where(name => !File.ReadAllBytes(Path.Combine(from, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(to, name))));
    }
}
