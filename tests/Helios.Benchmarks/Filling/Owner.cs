using System.Threading.Channels;
using Npgsql;

namespace Helios.Benchmarks.Filling;

/// <summary>The database as its owner, set for bulk work: what is lost in a crash is simply filled again.</summary>
sealed class Owner(string connectionString)
{
    const string Settings = "set synchronous_commit = off; set maintenance_work_mem = '384MB'; set work_mem = '128MB'; set helios.organization = ''";

    public async Task<NpgsqlConnection> Open(CancellationToken stop)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(stop);
        await using var settings = new NpgsqlCommand(Settings, connection);
        await settings.ExecuteNonQueryAsync(stop);
        return connection;
    }

    public async Task Do(string sql, CancellationToken stop)
    {
        await using var connection = await Open(stop);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>Does independent statements over several connections at once.</summary>
    public async Task DoAll(IEnumerable<string> statements, int connections, CancellationToken stop)
    {
        var work = Channel.CreateUnbounded<string>();
        foreach (var statement in statements)
            work.Writer.TryWrite(statement);
        work.Writer.Complete();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            await foreach (var statement in work.Reader.ReadAllAsync(stop))
                await Do(statement, stop);
        }));
    }

    public async Task<List<T>> Ask<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken stop)
    {
        await using var connection = await Open(stop);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(stop);
        List<T> rows = [];
        while (await reader.ReadAsync(stop))
            rows.Add(read(reader));
        return rows;
    }
}
