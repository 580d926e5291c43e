using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Embedded;
using Npgsql;
using Xunit;

namespace Helios.Tests.Fixtures;

/// <summary>A private PostgreSQL for one test class, which makes and unmakes databases as it likes.</summary>
public sealed class PrivateServer : IAsyncLifetime
{
    ThrowawayPostgres? throwaway;
    int made;

    public EmbeddedPostgres Server => throwaway!.Server;

    public async ValueTask InitializeAsync() => throwaway = await ThrowawayPostgres.Start(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (throwaway is not null)
            await throwaway.DisposeAsync();
    }

    /// <summary>An empty database with the rights of an installation.</summary>
    public async Task<DatabaseConnections> NewDatabase()
    {
        var name = $"test_{Interlocked.Increment(ref made)}";
        await Server.Create(name, template: null, TestContext.Current.CancellationToken);
        return Server.To(name);
    }

    /// <summary>Runs SQL over a connection of its own and gives the first value.</summary>
    public static async Task<object?> Sql(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
