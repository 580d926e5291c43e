using Helios.Kernel.Installations;
using Npgsql;
using Xunit;

namespace Helios.Tests.Installations;

public sealed class HeliosSettingsTests
{
    [Fact]
    public void Options_stand_with_or_without_an_equals_sign()
    {
        var settings = HeliosSettings.Parse(["--data", "/srv/a=b/", "--port=9000"], static _ => null);

        Assert.Equal(("/srv/a=b", 9000), (settings.DataFolder, settings.Port));
        Assert.Null(settings.OwnServer);
    }

    [Fact]
    public void Nothing_said_means_the_usual_port_and_a_full_path()
    {
        var settings = HeliosSettings.Parse([], static _ => null);

        Assert.Equal(8420, settings.Port);
        Assert.True(Path.IsPathFullyQualified(settings.DataFolder));
        Assert.EndsWith("helios", settings.DataFolder, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--colour", "There is no option --colour.")]
    [InlineData("--data", "The option --data needs a value.")]
    [InlineData("--data=", "The option --data needs a value.")]
    [InlineData("--port=eighty", "The port eighty is no number from 0 to 65535.")]
    [InlineData("--port=65536", "The port 65536 is no number from 0 to 65535.")]
    [InlineData("--port=-1", "The port -1 is no number from 0 to 65535.")]
    [InlineData("--port=1 --port=2", "The option --port is given twice.")]
    public void A_mistake_on_the_command_line_is_named_and_ends_with_code_2(string words, string message)
    {
        var refused = Assert.Throws<InstallationException>(() => HeliosSettings.Parse(words.Split(' '), static _ => null));

        Assert.Equal((message, 2), (refused.Message, refused.ExitCode));
    }

    [Fact]
    public void A_server_of_ones_own_gets_the_pool_of_the_house()
    {
        var settings = Parse(("HELIOS_DATABASE", "Host=db;Username=s;Password=p;Database=helios"), ("HELIOS_DATABASE_OWNER", "Host=db;Username=o;Password=p;Database=helios"));

        var server = new NpgsqlConnectionStringBuilder(settings.OwnServer!.Server);
        Assert.Equal((16, 200, true), (server.MaxPoolSize, server.MaxAutoPrepare, server.NoResetOnClose));
        Assert.Equal("s", settings.OwnServer.ServerRole);
        Assert.False(new NpgsqlConnectionStringBuilder(settings.OwnServer.Owner).Pooling);
    }

    [Theory]
    [InlineData("HELIOS_DATABASE", "HELIOS_DATABASE_OWNER")]
    [InlineData("HELIOS_DATABASE_OWNER", "HELIOS_DATABASE")]
    public void One_connection_string_without_the_other_is_refused(string given, string missing)
    {
        var refused = Assert.Throws<InstallationException>(() => Parse((given, "Host=db;Username=s;Database=helios")));

        Assert.Contains($"{missing} is missing", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, refused.ExitCode);
    }

    [Theory]
    [InlineData("postgres://s:hush@db/helios")]
    [InlineData("Host=db;Password=hush")]
    [InlineData("Colour=hush")]
    [InlineData("Host=db;Username=s;Database=helios;Port=hush")]
    public void A_bad_connection_string_is_refused_without_repeating_it(string text)
    {
        var refused = Assert.Throws<InstallationException>(() => Parse(("HELIOS_DATABASE", text), ("HELIOS_DATABASE_OWNER", text)));

        Assert.Contains("HELIOS_DATABASE", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_root_key_lies_where_the_environment_says()
    {
        var named = Parse(("HELIOS_ROOT_KEY", "/etc/keys/mine.key")).RootKey;
        Assert.Equal("/etc/keys/mine.key", named.For("root-2026a-abcde"));

        var usual = HeliosSettings.Parse([], static _ => null).RootKey;
        Assert.EndsWith("/root-2026a-abcde.key", usual.For("root-2026a-abcde"), StringComparison.Ordinal);
    }

    [Fact]
    public void Backups_are_written_every_night_unless_somebody_says_otherwise()
    {
        var usual = HeliosSettings.Parse(["--data", "/srv/helios"], static _ => null).Backups!;
        Assert.Equal(("Every day at 02:40", "/srv/helios/backups", 7), (usual.At.Words, usual.Folder, usual.Keep));

        var own = Parse(("HELIOS_BACKUP_AT", "mon,thu 06:30"), ("HELIOS_BACKUP_TO", "/mnt/share/"), ("HELIOS_BACKUP_KEEP", "30")).Backups!;
        Assert.Equal(("mon,thu 06:30", "/mnt/share/", 30), (own.At.Text, own.Folder, own.Keep));
        Assert.Null(Parse(("HELIOS_BACKUP_AT", "off")).Backups);
    }

    [Theory]
    [InlineData("HELIOS_BACKUP_AT", "at night")]
    [InlineData("HELIOS_BACKUP_AT", "daily 25:00")]
    [InlineData("HELIOS_BACKUP_KEEP", "0")]
    [InlineData("HELIOS_BACKUP_KEEP", "1001")]
    [InlineData("HELIOS_BACKUP_KEEP", "all")]
    public void A_plan_for_backups_that_says_nothing_is_a_mistake_that_names_the_variable(string name, string value)
    {
        var refused = Assert.Throws<InstallationException>(() => Parse((name, value)));
        Assert.Contains($"{name} is {value}", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, refused.ExitCode);
    }

    static HeliosSettings Parse(params (string Name, string Value)[] environment) =>
        HeliosSettings.Parse([], name => environment.Where(pair => string.Equals(pair.Name, name, StringComparison.Ordinal)).Select(pair => pair.Value).FirstOrDefault());
}
