using Helios.Core;
using Helios.Itsm;
using Helios.Kernel.Data;
using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Embedded;
using Npgsql;
using Xunit;

namespace Helios.BrowserTests.Fixtures;

/// <summary>
/// The one PostgreSQL of a test run, with a migrated template that every installation is cloned from.
/// HELIOS_TEST_DATABASE may name another server: the connection string of a superuser.
/// </summary>
public sealed class Databases : IAsyncLifetime
{
    const string Owner = "helios_owner";
    const string Server = "helios_server";

    readonly string template = $"helios_template_{Guid.CreateVersion7():N}";
    ThrowawayPostgres? own;
    string superuser = "";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("HELIOS_TEST_DATABASE") is { Length: > 0 } named)
            superuser = named;
        else
            superuser = (own = await ThrowawayPostgres.Start(Stop)).Server.Administrator;
        await Execute($"create database {template} owner {Owner}");
        await Migrator.Run(
            As(Owner, template),
            Server,
            [MigrationSource.Of("kernel", typeof(HeliosDb).Assembly), MigrationSource.Of("core", typeof(CoreModule).Assembly), MigrationSource.Of("itsm", typeof(ItsmModule).Assembly)],
            Stop);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (own is not null)
            await own.DisposeAsync();
        else if (superuser.Length > 0)
            await Execute($"drop database if exists {template} with (force)");
    }

    /// <summary>A new database with the whole schema and nothing in it.</summary>
    public async Task<DatabaseConnections> Make()
    {
        var name = $"helios_journey_{Guid.CreateVersion7():N}";
        // Copied as files: otherwise each page would be written into the log as well.
        await Execute($"create database {name} template {template} owner {Owner} strategy file_copy");
        return new DatabaseConnections(As(Owner, name), As(Server, name)).WithHouseRules();
    }

    /// <summary>Drops a database that nobody uses any more.</summary>
    public Task Drop(DatabaseConnections database) => Execute($"drop database {new NpgsqlConnectionStringBuilder(database.Owner).Database} with (force)");

    string As(string role, string database) => new NpgsqlConnectionStringBuilder(superuser) { Username = role, Database = database, Pooling = true }.ConnectionString;

    async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(superuser) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
