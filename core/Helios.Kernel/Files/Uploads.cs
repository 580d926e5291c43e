using System.Security.Cryptography;
using System.Text;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Npgsql;

namespace Helios.Kernel.Files;

/// <summary>
/// Takes files in at every door. A file becomes an <see cref="Upload"/>, which a command then names by a <c>RowRef&lt;Upload&gt;</c>:
/// so inputs stay JSON, and bytes never wait in memory.
/// </summary>
public sealed class Uploads(FileStore store, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>The refusal of one more file while too many wait.</summary>
    static readonly Problem TooMany = new(ProblemKind.Limited, "files.too_many_waiting", "You have sent 100 files that are attached to nothing yet. Attach some of them, or wait for a day.");

    /// <summary>Receives a file for whoever runs the scope.</summary>
    /// <param name="scope">Whose it is; it has an account and an organization.</param>
    /// <param name="content">The bytes; read to their end, or until they are too many.</param>
    /// <param name="name">The name as it was sent.</param>
    /// <param name="key">The caller's key of idempotency: the same file under the same key has the same id.</param>
    /// <param name="stop">Gives up; nothing stays.</param>
    public async Task<Outcome<Upload>> Receive(Scope scope, Stream content, string? name, string? key, CancellationToken stop)
    {
        if (scope.Organization is not { } organization || scope.Actor.AccountId is not { } account)
            return Problem.Unauthenticated();
        var received = await store.Receive(organization.Id, content, stop);
        if (!received.Succeeded)
            return received.Problem;
        using var file = received.Value;
        var clean = FileNames.Clean(name);
        var upload = new Upload
        {
            OrganizationId = organization.Id,
            Id = key is null ? Guid.CreateVersion7() : Id(account, key, clean, file.Hash),
            AccountId = account,
            ContentHash = file.Hash,
            Name = clean,
            Size = file.Size,
            MediaType = file.MediaType,
            Width = file.Picture?.Width,
            Height = file.Picture?.Height,
            CreatedAt = time.GetUtcNow(),
        };
        return await Keep(upload, file, stop);
    }

    async Task<Outcome<Upload>> Keep(Upload upload, ReceivedFile file, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await ContentLock.Take(connection, upload.OrganizationId, upload.ContentHash, stop);
        if (await Waiting(connection, upload.AccountId, stop) >= FileLimits.WaitingFiles)
            return TooMany;
        try
        {
            store.Place(upload.OrganizationId, file);
        }
        catch (IOException e) when (FileStore.IsFull(e))
        {
            return FileStore.DiskFull;
        }

        await Insert(connection, upload, stop);
        await transaction.CommitAsync(CancellationToken.None);
        return upload;
    }

    static async Task<long> Waiting(NpgsqlConnection connection, Guid account, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("select count(*) from upload where account_id = $1", connection) { Parameters = { new() { Value = account } } };
        return (long)(await command.ExecuteScalarAsync(stop))!;
    }

    static async Task Insert(NpgsqlConnection connection, Upload upload, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into upload (organization_id, id, account_id, content_hash, name, size, media_type, width, height, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (organization_id, id) do nothing
            """, connection);
        foreach (var value in new object?[]
        {
            upload.OrganizationId, upload.Id, upload.AccountId, upload.ContentHash, upload.Name, upload.Size, upload.MediaType, upload.Width, upload.Height, upload.CreatedAt,
        })
            command.Parameters.Add(value is null ? new NpgsqlParameter<int?> { TypedValue = null } : new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(stop);
    }

    static Guid Id(Guid account, string key, string name, string hash) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{account}\n{key}\n{name}\n{hash}")).AsSpan(0, 16));
}
