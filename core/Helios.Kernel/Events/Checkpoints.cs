using Helios.Kernel.Data;
using Npgsql;

namespace Helios.Kernel.Events;

/// <summary>The checkpoints as the database keeps them, and the public keys that prove them.</summary>
static class Checkpoints
{
    /// <summary>All of an organization, the earliest first. The connection's transaction knows the organization.</summary>
    public static async Task<List<Checkpoint>> Of(NpgsqlConnection connection, Guid organization, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("select seq, hash, signed_at, key, signature from audit_checkpoint where organization_id = $1 order by seq", connection)
        {
            Parameters = { new() { Value = organization } },
        };
        await using var row = await command.ExecuteReaderAsync(stop);
        List<Checkpoint> found = [];
        while (await row.ReadAsync(stop))
            found.Add(new Checkpoint(organization, row.GetInt64(0), row.Bytes(1), row.Time(2), row.GetString(3), row.Bytes(4)));
        return found;
    }

    public static async Task Add(NpgsqlConnection connection, Checkpoint made, CancellationToken stop)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(
            "insert into audit_checkpoint (organization_id, seq, hash, signed_at, key, signature) values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
            made.Organization, made.Seq, made.Hash, made.SignedAt, made.Key, made.Signature);
        await batch.ExecuteNonQueryAsync(stop);
    }

    /// <summary>The public halves of the installation's signing keys.</summary>
    public static async Task<List<byte[]>> Keys(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("select public from platform.kept_key where name = $1 and public is not null", connection) { Parameters = { new() { Value = AuditSigner.Name } } };
        await using var row = await command.ExecuteReaderAsync(stop);
        List<byte[]> keys = [];
        while (await row.ReadAsync(stop))
            keys.Add(row.Bytes(0));
        return keys;
    }
}
