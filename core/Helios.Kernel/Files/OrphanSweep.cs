using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Npgsql;

namespace Helios.Kernel.Files;

/// <summary>
/// Lets go what nobody needs: halves of files whose sender died, uploads that no command took within a day, and contents that
/// nothing has referred to for <see cref="FileLimits.Grace"/>. Every node may run it at once.
/// </summary>
public sealed class OrphanSweep(FileStore store, NpgsqlDataSource database, Registry registry, TimeProvider time) : IRecurring
{
    /// <summary>Between the making of a file and its lock lies a moment.</summary>
    static readonly TimeSpan HalfAge = TimeSpan.FromMinutes(10);

    readonly string references = string.Join(" union all ", registry.Contributions<FileUse>().Select(use => use.Value.Table).Append(FileUse.Uploads.Table).Distinct(StringComparer.Ordinal)
        .Select(table => $"select content_hash from {table} where content_hash = any($1)"));

    public async Task Run(CancellationToken stop)
    {
        foreach (var organization in store.Organizations())
        {
            store.RemoveHalves(organization, time.GetUtcNow() - HalfAge);
            await LetUploadsGo(organization, stop);
            foreach (var contents in store.Contents(organization).Where(contents => contents.Length > 0))
                foreach (var hash in await Orphans(organization, contents, stop))
                    await Remove(organization, hash, stop);
        }
    }

    async Task LetUploadsGo(Guid organization, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Enter(organization), Command("delete from upload where created_at < $1", time.GetUtcNow() - FileLimits.Waiting) } };
        await batch.ExecuteNonQueryAsync(stop);
    }

    /// <summary>Remembers which contents nothing refers to; those of them that have been so for long.</summary>
    async Task<List<string>> Orphans(Guid organization, string[] contents, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Enter(organization),
                Command($"delete from file_orphan o using ({references}) r where o.content_hash = r.content_hash", [contents]),
                Command(
                    $"""
                    insert into file_orphan (organization_id, content_hash, since)
                    select $2, hash, $3 from unnest($1) hash where hash not in ({references}) on conflict do nothing
                    """, contents, organization, time.GetUtcNow()),
                Command("select content_hash from file_orphan where content_hash = any($1) and since < $2", contents, time.GetUtcNow() - FileLimits.Grace),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(stop);
        List<string> orphans = [];
        do
            while (await reader.ReadAsync(stop))
                if (reader.GetName(0) is "content_hash")
                    orphans.Add(reader.GetString(0));
        while (await reader.NextResultAsync(stop));
        return orphans;
    }

    /// <summary>Removes one under its lock, if nothing refers to it still.</summary>
    async Task Remove(Guid organization, string hash, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await ContentLock.Take(connection, organization, hash, stop);
        await using var gone = new NpgsqlCommand($"delete from file_orphan where content_hash = any($1) and not exists ({references})", connection) { Parameters = { new() { Value = new[] { hash } } } };
        if (await gone.ExecuteNonQueryAsync(stop) > 0)
            store.Remove(organization, hash);
        await transaction.CommitAsync(CancellationToken.None);
    }

    static NpgsqlBatchCommand Enter(Guid organization) => Command("select set_config('helios.organization', $1, true)", organization.ToString());

    static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
