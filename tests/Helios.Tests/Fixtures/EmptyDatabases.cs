using Helios.Kernel.Installations;
using Npgsql;
using Xunit;

namespace Helios.Tests.Fixtures;

/// <summary>Databases without any schema, as an installation finds them at its first start.</summary>
public sealed class EmptyDatabases : IAsyncLifetime
{
    readonly List<string> made = [];
    SharedPostgres? postgres;
    string superuser = "";

    /// <summary>The way in as superuser.</summary>
    public string Superuser => superuser;

    public async ValueTask InitializeAsync()
    {
        postgres = await TestContext.Current.GetFixture<SharedPostgres>() ?? throw new InvalidOperationException("The test run has no PostgreSQL.");
        superuser = await postgres.Superuser();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in made)
            await postgres!.Drop(name);
    }

    /// <summary>A new one, and the connections of owner and server.</summary>
    public async Task<DatabaseConnections> Make(string options = "")
    {
        var name = $"helios_empty_{Guid.CreateVersion7():N}";
        await postgres!.Administer($"create database {name} owner {SharedPostgres.Owner} {options}");
        return Made(name);
    }

    /// <summary>A new one that holds the kernel's schema already.</summary>
    public async Task<DatabaseConnections> MakeWithKernel() => Made(await postgres!.Clone([TestSchema.Kernel]));

    /// <summary>The connection of another role to the database of these connections.</summary>
    public string As(string role, DatabaseConnections database) => As(role, new NpgsqlConnectionStringBuilder(database.Owner).Database!);

    /// <summary>Runs SQL over a connection of its own and gives the first value.</summary>
    public static async Task<object?> Sql(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    DatabaseConnections Made(string name)
    {
        lock (made)
            made.Add(name);
        return new DatabaseConnections(As(SharedPostgres.Owner, name), As(SharedPostgres.Server, name));
    }

    string As(string role, string database) => SharedPostgres.To(database, role, superuser);
}
