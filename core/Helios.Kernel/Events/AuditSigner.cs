using System.Security.Cryptography;
using Helios.Kernel.Data;
using Helios.Kernel.Secrets;
using Npgsql;

namespace Helios.Kernel.Events;

/// <summary>Signs checkpoints with the key of this installation, which is kept sealed under the root key.</summary>
public sealed class AuditSigner(KeptKeys kept, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>The name under which the key is kept.</summary>
    internal const string Name = "audit:signing";

    readonly byte[] secret = kept.Get(Name, Make, PublicOf);

    /// <summary>The public half, SubjectPublicKeyInfo: whoever has it can verify.</summary>
    public byte[] PublicKey => PublicOf(secret);

    /// <summary>Signs the end of an organization's chain, once for each link. Null while the chain is empty.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="stop">Ends the work.</param>
    /// <param name="isKept">Whether the checkpoint is stored; a dry run only looks.</param>
    public async Task<Checkpoint?> Sign(Guid organization, CancellationToken stop, bool isKept = true)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        if (await Head(connection, organization, stop) is not var (seq, hash))
            return null;
        if (await Checkpoints.Of(connection, organization, stop) is [.., var last] && last.Seq == seq)
            return last;
        var unsigned = new Checkpoint(organization, seq, hash, Checkpoint.Time(Checkpoint.Microseconds(time.GetUtcNow())), Checkpoint.NameOf(PublicKey), []);
        var made = unsigned with { Signature = Sign(unsigned.Signed()) };
        if (isKept)
            await Checkpoints.Add(connection, made, stop);
        await transaction.CommitAsync(stop);
        return made;
    }

    /// <summary>Signs unless the last checkpoint is newer than a moment.</summary>
    public async Task SignUnlessSince(Guid organization, DateTimeOffset moment, CancellationToken stop)
    {
        if (await Last(organization, stop) is not { } last || last.SignedAt < moment)
            await Sign(organization, stop);
    }

    /// <summary>The last checkpoint of an organization, or null.</summary>
    public async Task<Checkpoint?> Last(Guid organization, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using (var batch = connection.CreateBatch())
        {
            batch.InOrganization(organization);
            await batch.ExecuteNonQueryAsync(stop);
        }

        return (await Checkpoints.Of(connection, organization, stop)).LastOrDefault();
    }

    byte[] Sign(byte[] bytes)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(secret, out _);
        return key.SignData(bytes, HashAlgorithmName.SHA256);
    }

    static async Task<(long Seq, byte[] Hash)?> Head(NpgsqlConnection connection, Guid organization, CancellationToken stop)
    {
        await using var batch = connection.CreateBatch();
        batch.InOrganization(organization).Then("select seq, hash from seal_head where organization_id = $1 and seq > 0", organization);
        await using var row = await batch.ExecuteReaderAsync(stop);
        await row.NextResultAsync(stop);
        return await row.ReadAsync(stop) ? (row.GetInt64(0), row.Bytes(1)) : null;
    }

    static byte[] Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    static byte[] PublicOf(byte[] secret)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(secret, out _);
        return key.ExportSubjectPublicKeyInfo();
    }
}
