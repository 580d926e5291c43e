using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Helios.Kernel.Data;
using Helios.Kernel.Installations.Embedded;
using Helios.Tests.Fixtures;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(SharedPostgres))]
// One more than the cores there are: several tests wait for a process of their own.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]

namespace Helios.Tests.Fixtures;

/// <summary>
/// The one PostgreSQL of a test run, started when the first class asks, with a template for each schema that classes want.
/// HELIOS_TEST_DATABASE may name another one: the connection string of a superuser.
/// </summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    readonly ConcurrentDictionary<string, Lazy<Task<string>>> templates = new(StringComparer.Ordinal);
    readonly Lazy<Task<(string Superuser, ThrowawayPostgres? Own)>> server = new(Start);
    readonly Lazy<Task<NpgsqlDataSource>> administration;

    public SharedPostgres() => administration = new(async () => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(await Superuser()) { Pooling = true, MaxPoolSize = 4 }.ConnectionString));

    /// <summary>The connection string of a superuser.</summary>
    public async Task<string> Superuser() => (await server.Value).Superuser;

    /// <summary>A new database with the kernel's schema and what else is given.</summary>
    public async Task<string> Clone(IReadOnlyList<string> further)
    {
        var script = string.Join('\n', ["set helios.server_role = 'helios_server';", .. KernelMigrations(), .. further]);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)))[..16];
        var template = await templates.GetOrAdd(key, _ => new Lazy<Task<string>>(() => MakeTemplate(script))).Value;
        var name = $"helios_test_{Guid.CreateVersion7():N}";
        // Copied as files: otherwise each page would be written into the log as well.
        await Administer($"create database {name} template {template} owner helios_owner strategy file_copy");
        return name;
    }

    /// <summary>Drops a database of a class that has ended.</summary>
    public Task Drop(string name) => Administer($"drop database {name} with (force)");

    /// <summary>Makes or drops a database: hundreds in a run, so the connections stay open.</summary>
    public async Task Administer(string sql)
    {
        await using var command = (await administration.Value).CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!server.IsValueCreated)
            return;
        foreach (var template in templates.Values)
            await Drop(await template.Value);
        if (administration.IsValueCreated)
            await (await administration.Value).DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        if ((await server.Value).Own is { } own)
            await own.DisposeAsync();
    }

    static async Task<(string Superuser, ThrowawayPostgres? Own)> Start()
    {
        if (Environment.GetEnvironmentVariable("HELIOS_TEST_DATABASE") is { Length: > 0 } named)
            return (named, null);
        var own = await ThrowawayPostgres.Start(CancellationToken.None);
        return (own.Server.Administrator, own);
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

    async Task<string> MakeTemplate(string script)
    {
        var name = $"helios_template_{Guid.CreateVersion7():N}";
        await Administer($"create database {name} owner helios_owner");
        await Run("create schema if not exists platform authorization helios_owner; grant all on schema public to helios_owner", name);
        await Run(script, name, "helios_owner");
        return name;
    }

    async Task Run(string sql, string database, string? role = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(await Superuser()) { Pooling = false, Database = database };
        settings.Username = role ?? settings.Username;
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
