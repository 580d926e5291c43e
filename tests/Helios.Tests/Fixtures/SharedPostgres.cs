using System.Collections.Concurrent;
using Helios.Kernel.Data.Migrating;
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
    /// <summary>The role that owns databases and migrates them.</summary>
    public const string Owner = "helios_owner";

    /// <summary>The role of a server.</summary>
    public const string Server = "helios_server";

    readonly ConcurrentDictionary<string, Lazy<Task<string>>> templates = new(StringComparer.Ordinal);
    readonly Lazy<Task<(string Superuser, ThrowawayPostgres? Own)>> server = new(Start);
    readonly Lazy<Task<NpgsqlDataSource>> administration;

    public SharedPostgres() => administration = new(async () => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(await Superuser()) { Pooling = true, MaxPoolSize = 4 }.ConnectionString));

    /// <summary>The connection string of a superuser.</summary>
    public async Task<string> Superuser() => (await server.Value).Superuser;

    /// <summary>The connection of a role to a database, not pooled.</summary>
    public static string To(string database, string role, string superuser) =>
        new NpgsqlConnectionStringBuilder(superuser) { Username = role, Database = database, Pooling = false }.ConnectionString;

    /// <summary>A new database with this schema.</summary>
    public async Task<string> Clone(IReadOnlyList<MigrationSource> schema)
    {
        var key = string.Join(' ', schema.SelectMany(source => source.Files.Select(file => $"{source.Module}/{file.FileName} {file.Checksum}")));
        var template = await templates.GetOrAdd(key, _ => new Lazy<Task<string>>(() => MakeTemplate(schema))).Value;
        var name = $"helios_test_{Guid.CreateVersion7():N}";
        // Copied as files: otherwise each page would be written into the log as well.
        await Administer($"create database {name} template {template} owner {Owner} strategy file_copy");
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

    async Task<string> MakeTemplate(IReadOnlyList<MigrationSource> schema)
    {
        var name = $"helios_template_{Guid.CreateVersion7():N}";
        await Administer($"create database {name} owner {Owner}");
        await Migrator.Run(To(name, Owner, await Superuser()), Server, schema, CancellationToken.None);
        return name;
    }
}
