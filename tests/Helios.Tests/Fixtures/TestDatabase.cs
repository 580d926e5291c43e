using Helios.Kernel.Data;
using Npgsql;

namespace Helios.Tests.Fixtures;

/// <summary>
/// A database of its own for a test class, made from the kernel's migrations on the server that HELIOS_TEST_DATABASE names
/// (a connection string of a superuser; the roles helios_owner and helios_server exist there).
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    readonly string admin;
    readonly string name;

    TestDatabase(string admin, string name)
    {
        this.admin = admin;
        this.name = name;
        Owner = NpgsqlDataSource.Create(As("helios_owner", 4));
        Server = NpgsqlDataSource.Create(As("helios_server", 16));
    }

    /// <summary>As the role that migrates.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>As the role that the server has.</summary>
    public NpgsqlDataSource Server { get; }

    /// <summary>Makes the database; further SQL is applied after the kernel's migrations.</summary>
    public static async Task<TestDatabase> Create(params string[] further)
    {
        var superuser = Environment.GetEnvironmentVariable("HELIOS_TEST_DATABASE")
            ?? throw new InvalidOperationException("Set HELIOS_TEST_DATABASE to the connection string of a superuser of a PostgreSQL 18 for tests.");
        var made = new TestDatabase(superuser, $"helios_test_{Guid.CreateVersion7():N}");
        await Run(superuser, $"create database {made.name} owner helios_owner");
        await Run(new NpgsqlConnectionStringBuilder(superuser) { Database = made.name, Pooling = false }.ConnectionString,
            "create schema platform authorization helios_owner; grant all on schema public to helios_owner");
        await using var connection = await made.Owner.OpenConnectionAsync();
        await using var migrate = new NpgsqlCommand(
            string.Join('\n', ["set helios.server_role = 'helios_server';", .. KernelMigrations(), .. further]), connection);
        await migrate.ExecuteNonQueryAsync();
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Owner.DisposeAsync();
        await Run(admin, $"drop database {name} with (force)");
    }

    static IEnumerable<string> KernelMigrations()
    {
        var assembly = typeof(HeliosDb).Assembly;
        foreach (var file in assembly.GetManifestResourceNames().Where(file => file.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
            yield return reader.ReadToEnd();
        }
    }

    string As(string role, int connections) =>
        new NpgsqlConnectionStringBuilder(admin) { Database = name, Username = role, MaxPoolSize = connections, MaxAutoPrepare = 200 }.ConnectionString;

    static async Task Run(string connectionString, string sql)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
