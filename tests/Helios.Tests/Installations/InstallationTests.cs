using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Examining;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Installations;

/// <summary>Whole installations in this process, and what the doctor says about them. Those with a PostgreSQL of their own take a second each.</summary>
public sealed class InstallationTests(EmptyDatabases databases) : IClassFixture<EmptyDatabases>, IDisposable
{
    static readonly IReadOnlyList<MigrationSource> Kernel = [TestSchema.Kernel];
    readonly EmptySite site = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_server_of_ones_own_is_migrated_and_serves()
    {
        var settings = Settings() with { OwnServer = (await databases.Make()).WithHouseRules() };

        await using var installation = await Open(settings);

        Assert.Equal(0L, await EmptyDatabases.Sql(installation.Database.Server, "select count(*) from platform.organization"));
        Assert.False(Directory.Exists(Path.Combine(site.Data, "pg18")));
        Assert.All(await Examine(settings), finding => Assert.False(finding.IsFault, finding.Text));
    }

    [Fact]
    public async Task A_key_inside_the_data_folder_is_refused_before_anything_is_made()
    {
        var settings = Settings() with { RootKey = new RootKeyPlace(Path.Combine(site.Data, "keys"), IsFile: false) };

        var refused = await Assert.ThrowsAsync<InstallationException>(() => Open(settings));

        Assert.Contains("inside the data folder", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(site.Data));
    }

    [Fact]
    public async Task The_doctor_finds_nothing_wrong_before_the_first_start_and_makes_nothing()
    {
        Assert.All(await Examine(Settings()), finding => Assert.False(finding.IsFault, finding.Text));

        Assert.False(Directory.Exists(site.Data));
    }

    [Fact]
    public async Task The_doctor_looks_over_an_installation_running_or_not_and_names_a_missing_key()
    {
        await using (await Open(Settings()))
        {
            var running = await Examine(Settings());
            Assert.All(running, finding => Assert.False(finding.IsFault, finding.Text));
            Assert.Contains(running, finding => finding.Text.StartsWith("Helios runs on the data folder", StringComparison.Ordinal));
        }

        Assert.All(await Examine(Settings()), finding => Assert.False(finding.IsFault, finding.Text));
        File.Delete(site.Key);

        var fault = Assert.Single(await Examine(Settings()), finding => finding.IsFault);
        Assert.Contains("is missing", fault.Text, StringComparison.Ordinal);
        Assert.Contains("--recovery-key", fault.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_names_an_older_program_and_waiting_migrations()
    {
        var settings = Settings() with { OwnServer = (await databases.Make()).WithHouseRules() };
        await (await Open(settings)).DisposeAsync();
        MigrationSource older = Kernel[0] with { Files = [.. Kernel[0].Files.SkipLast(1)] };
        MigrationSource newer = Kernel[0] with { Files = [.. Kernel[0].Files, new MigrationFile(Kernel[0].Files.Count + 1, "more", "select 1")] };

        Assert.Contains("newer than this program", Assert.Single(await Examine(settings, older), finding => finding.IsFault).Text, StringComparison.Ordinal);
        Assert.Contains(await Examine(settings, newer), finding => !finding.IsFault && finding.Text.Contains("_more.sql", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_doctor_names_a_port_in_use_and_a_folder_that_is_no_folder()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await File.WriteAllTextAsync(site.Data, "", Stop);

        var faults = (await Examine(Settings() with { Port = port })).Where(finding => finding.IsFault).ToList();

        Assert.Contains(faults, fault => fault.Text.Contains(string.Create(CultureInfo.InvariantCulture, $"Port {port} cannot be used"), StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Text.Contains("is a file", StringComparison.Ordinal));
    }

    HeliosSettings Settings() => new() { DataFolder = site.Data, Port = 0, RootKey = new RootKeyPlace(site.Key, IsFile: true) };

    static Task<Installation> Open(HeliosSettings settings) => Installation.Open(settings, Kernel, static _ => { }, TimeProvider.System, Stop);

    static async Task<List<Finding>> Examine(HeliosSettings settings, params MigrationSource[] migrations)
    {
        List<Finding> findings = [];
        await foreach (var finding in new Doctor(settings, migrations.Length > 0 ? migrations : Kernel, [], TimeProvider.System).Examine(Stop))
            findings.Add(finding);
        return findings;
    }
}
