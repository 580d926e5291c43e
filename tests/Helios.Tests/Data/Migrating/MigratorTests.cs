using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Installations;
using Helios.Tests.Fixtures;
using Npgsql;
using Xunit;

namespace Helios.Tests.Data.Migrating;

public sealed class MigratorTests(EmptyDatabases databases) : IClassFixture<EmptyDatabases>
{
    static readonly MigrationFile Shelf = new(1, "shelf", "create table shelf (id integer primary key); select 1; insert into shelf values (1);");
    static readonly MigrationFile Label = new(2, "label", "alter table shelf add column label text not null default 'a;b';");

    [Fact]
    public async Task Each_file_runs_once_and_in_order()
    {
        var database = await databases.Make();

        Assert.Equal(["shop/0001_shelf.sql"], await Run(database, new MigrationSource("shop", [Shelf])));
        Assert.Equal(["shop/0002_label.sql"], await Run(database, new MigrationSource("shop", [Shelf, Label])));
        Assert.Empty(await Run(database, new MigrationSource("shop", [Shelf, Label])));

        Assert.Equal(1L, await EmptyDatabases.Sql(database.Owner, "select count(*) from shelf where label = 'a;b'"));
    }

    [Fact]
    public async Task Modules_run_in_the_order_given()
    {
        var database = await databases.Make();
        var annex = new MigrationSource("annex", [new MigrationFile(1, "box", "create table box (shelf integer references shelf (id));")]);

        Assert.Equal(["shop/0001_shelf.sql", "annex/0001_box.sql"], await Run(database, new MigrationSource("shop", [Shelf]), annex));
    }

    [Fact]
    public async Task A_file_that_fails_leaves_nothing_and_is_named()
    {
        var database = await databases.Make();
        var broken = new MigrationFile(2, "broken", "create table half (id integer);\nselect no_such_thing;");

        var refused = await Assert.ThrowsAsync<InstallationException>(() => Run(database, new MigrationSource("shop", [Shelf, broken])));

        Assert.Contains("0002_broken.sql of shop", refused.Message, StringComparison.Ordinal);
        Assert.Equal(true, await EmptyDatabases.Sql(database.Owner, "select to_regclass('half') is null and to_regclass('shelf') is not null"));
        Assert.Equal(1L, await EmptyDatabases.Sql(database.Owner, "select count(*) from platform.migration"));
    }

    [Fact]
    public async Task A_file_that_was_changed_after_it_ran_is_refused_by_name()
    {
        var database = await databases.Make();
        await Run(database, new MigrationSource("shop", [Shelf]));

        var refused = await Assert.ThrowsAsync<InstallationException>(() => Run(database, new MigrationSource("shop", [Shelf with { Sql = Shelf.Sql + " " }])));

        Assert.Contains("0001_shelf.sql of shop was changed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_endings_are_no_change()
    {
        var database = await databases.Make();
        await Run(database, new MigrationSource("shop", [new MigrationFile(1, "two", "select 1;\nselect 2;\n")]));

        Assert.Empty(await Run(database, new MigrationSource("shop", [new MigrationFile(1, "two", "select 1;\r\nselect 2;\r\n")])));
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused_by_name()
    {
        var database = await databases.Make();
        await Run(database, new MigrationSource("shop", [Shelf, Label]));

        var refused = await Assert.ThrowsAsync<InstallationException>(() => Run(database, new MigrationSource("shop", [Shelf])));

        Assert.Contains("newer than this program: shop stands at migration 0002 (label)", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(1, 1)]
    public async Task Numbers_with_a_hole_or_a_double_are_refused(int first, int second)
    {
        var database = await databases.Make();
        var source = new MigrationSource("shop", [Shelf with { Number = first }, Label with { Number = second }]);

        var refused = await Assert.ThrowsAsync<InstallationException>(() => Run(database, source));

        Assert.Contains("not numbered one after the other", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hole_in_the_database_is_refused()
    {
        var database = await databases.Make();
        await Run(database, new MigrationSource("shop", [Shelf, Label]));
        await EmptyDatabases.Sql(database.Owner, "delete from platform.migration where number = 1");

        var refused = await Assert.ThrowsAsync<InstallationException>(() => Run(database, new MigrationSource("shop", [Shelf, Label])));

        Assert.Contains("misses migration 0001 of shop", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_that_start_together_migrate_once()
    {
        var database = await databases.Make();
        var source = new MigrationSource("shop", [new MigrationFile(1, "slow", "create table shelf (id integer); select pg_sleep(0.2);"), Label with { Sql = "alter table shelf add column label text;" }]);

        var ran = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Run(database, source)));

        Assert.Equal(2, ran.Sum(files => files.Count));
    }

    [Fact]
    public async Task The_servers_role_sees_what_is_pending_and_cannot_write_it()
    {
        var database = await databases.Make();
        await Run(database, new MigrationSource("shop", [Shelf]));
        await using var source = NpgsqlDataSource.Create(database.Server);

        Assert.Equal(["shop/0002_label.sql"], await Migrator.Pending(source, [new MigrationSource("shop", [Shelf, Label])], TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<PostgresException>(() => EmptyDatabases.Sql(database.Server, "delete from platform.migration"));
    }

    [Fact]
    public async Task The_kernels_own_files_are_found_and_run()
    {
        var database = await databases.Make();
        var kernel = TestSchema.Kernel;

        Assert.Equal("0001_kernel.sql", kernel.Files[0].FileName);
        Assert.Equal(kernel.Files.Count, (await Run(database, kernel)).Count);
        Assert.Equal(0L, await EmptyDatabases.Sql(database.Server, "select count(*) from platform.organization"));
    }

    static Task<IReadOnlyList<string>> Run(DatabaseConnections database, params MigrationSource[] sources) =>
        Migrator.Run(database.Owner, database.ServerRole, sources, TestContext.Current.CancellationToken);
}
