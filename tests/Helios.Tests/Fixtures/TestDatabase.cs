using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Installations;
using Npgsql;
using Xunit;

namespace Helios.Tests.Fixtures;

/// <summary>A database of its own for a test class, cloned from a template with the kernel's schema and what the class adds.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    readonly SharedPostgres postgres;
    readonly string name;

    TestDatabase(SharedPostgres postgres, string superuser, string name)
    {
        this.postgres = postgres;
        this.name = name;
        // Tests look into it as its owner, over connections that stay: the owner of an installation opens one to migrate.
        Owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(As(superuser, SharedPostgres.Owner)) { MaxPoolSize = 4, MaxAutoPrepare = 200, NoResetOnClose = true }.ConnectionString);
        Server = NpgsqlDataSource.Create(new DatabaseConnections(Owner.ConnectionString, As(superuser, SharedPostgres.Server)).WithHouseRules().Server);
    }

    /// <summary>As the role that migrates.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>As the role that the server has.</summary>
    public NpgsqlDataSource Server { get; }

    /// <summary>Makes the database, with the schema of the kernel and what stands on it.</summary>
    public static async Task<TestDatabase> Create(params IReadOnlyList<MigrationSource> further)
    {
        var shared = await TestContext.Current.GetFixture<SharedPostgres>() ?? throw new InvalidOperationException("The test run has no PostgreSQL.");
        return await Create(shared, further);
    }

    /// <summary>The same where there is no test class yet, as in a fixture that several classes share.</summary>
    public static async Task<TestDatabase> Create(SharedPostgres shared, IReadOnlyList<MigrationSource> further) =>
        new(shared, await shared.Superuser(), await shared.Clone([TestSchema.Kernel, .. further]));

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Owner.DisposeAsync();
        await postgres.Drop(name);
    }

    string As(string superuser, string role) => new NpgsqlConnectionStringBuilder(superuser) { Database = name, Username = role, Pooling = true }.ConnectionString;
}
