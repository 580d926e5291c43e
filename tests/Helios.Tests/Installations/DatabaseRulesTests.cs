using Helios.Kernel.Installations;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Installations;

public sealed class DatabaseRulesTests(EmptyDatabases databases) : IClassFixture<EmptyDatabases>
{
    [Fact]
    public async Task Two_roles_that_are_bound_are_accepted()
    {
        var database = await databases.Make();

        await DatabaseRules.Require(database, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("superuser", "is a superuser", "nosuperuser")]
    [InlineData("bypassrls", "may bypass row-level security", "nobypassrls")]
    [InlineData("in role helios_owner", "is a member of helios_owner", "revoke \"helios_owner\"")]
    public async Task A_servers_role_that_row_level_security_does_not_bind_is_refused(string right, string fault, string cure)
    {
        var database = await databases.Make();
        var role = await NewRole(right);

        var refused = await Refused(database with { Server = databases.As(role, database) });

        Assert.Contains($"{role} {fault}", refused.Message, StringComparison.Ordinal);
        Assert.Contains(cure, refused.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_servers_role_that_owns_tables_is_refused()
    {
        var database = await databases.Make();
        await EmptyDatabases.Sql(database.Owner, "create schema mine; grant all on schema mine to helios_server");
        await EmptyDatabases.Sql(database.Server, "create table mine.thing (id integer)");

        var refused = await Refused(database);

        Assert.Contains("owns tables", refused.Message, StringComparison.Ordinal);
        Assert.Contains("reassign owned by \"helios_server\" to \"helios_owner\"", refused.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_role_for_both_is_refused()
    {
        var database = await databases.Make();

        var refused = await Refused(database with { Server = database.Owner });

        Assert.Contains("helios_owner owns the database", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_to_different_databases_are_refused()
    {
        var one = await databases.Make();
        var other = await databases.Make();

        var refused = await Refused(one with { Server = other.Server });

        Assert.Contains("different databases", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_that_does_not_own_the_database_is_refused()
    {
        var database = await databases.Make();
        var role = await NewRole("");

        var refused = await Refused(database with { Owner = databases.As(role, database) });

        Assert.Contains("does not own the database", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_in_another_encoding_is_refused()
    {
        var database = await databases.Make("encoding 'LATIN1' locale_provider libc locale 'C' template template0");

        var refused = await Refused(database);

        Assert.Contains("not encoded in UTF-8", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named_by_its_setting_without_its_password()
    {
        var nowhere = new DatabaseConnections("Host=127.0.0.1;Port=1;Username=a;Password=hush;Database=c", "Host=127.0.0.1;Port=1;Username=b;Password=hush;Database=c");

        var refused = await Refused(nowhere);

        Assert.Contains("HELIOS_DATABASE_OWNER", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", refused.Message + refused.Cure, StringComparison.Ordinal);
    }

    async Task<string> NewRole(string right)
    {
        var role = $"role_{Guid.CreateVersion7():N}";
        await EmptyDatabases.Sql(databases.Superuser, $"create role {role} login {right}");
        return role;
    }

    static Task<InstallationException> Refused(DatabaseConnections database) =>
        Assert.ThrowsAsync<InstallationException>(() => DatabaseRules.Require(database, TestContext.Current.CancellationToken));
}
