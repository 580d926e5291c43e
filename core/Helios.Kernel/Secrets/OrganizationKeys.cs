using System.Globalization;
using System.Security.Cryptography;
using Helios.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helios.Kernel.Secrets;

/// <summary>The keys of organizations as the database keeps them: sealed under the root key, one for each purpose, in versions.</summary>
/// <remarks>
/// Whoever seals holds the purpose's lock shared until his transaction ends, whoever rotates holds it alone: so after a rotation
/// nothing is sealed with the version before, and once all is sealed anew that version can go.
/// </remarks>
public sealed class OrganizationKeys(RootKey root, TimeProvider time)
{
    /// <summary>What the root key seals them for.</summary>
    internal const string Sealing = "organization-key";

    const string Lock = "hashtextextended('helios.organization_key:' || $1 || ':' || $2, 0)";
    const string Find = "select version, sealed from organization_key where organization_id = $1 and purpose = $2";

    /// <summary>The key that seals now, made when there is none yet. The connection's transaction holds it until it ends.</summary>
    internal async Task<OrganizationKey> Active(NpgsqlConnection connection, Guid organization, string purpose, CancellationToken stop)
    {
        if (await Locked(connection, "pg_advisory_xact_lock_shared", organization, purpose, stop) is { } known)
            return known;
        await Insert(connection, organization, purpose, version: 1, stop);
        return (await Locked(connection, "pg_advisory_xact_lock_shared", organization, purpose, stop))!;
    }

    /// <summary>A key by its version.</summary>
    /// <exception cref="CryptographicException">There is none, or it is retired.</exception>
    internal async Task<OrganizationKey> OfVersion(NpgsqlConnection connection, Guid organization, string purpose, int version, CancellationToken stop)
    {
        await using var batch = connection.CreateBatch();
        batch.InOrganization(organization).Then(Find + " and version = $3 and sealed is not null", organization, purpose, version);
        return await Read(batch, skip: 1, organization, purpose, stop)
            ?? throw new CryptographicException($"The value is sealed with version {version} of the key {purpose}, which is not there any more.");
    }

    /// <summary>The versions of every key of the context's organization, the newest first.</summary>
    public static async Task<IReadOnlyList<(string Purpose, int Version, string State, DateTimeOffset CreatedAt)>> List(HeliosDb db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await using var batch = (await db.RawConnection(stop)).CreateBatch();
            batch.InOrganization(db.OrganizationId).Then("select purpose, version, state, created_at from organization_key where organization_id = $1 order by purpose, version desc", db.OrganizationId);
            await using var row = await batch.ExecuteReaderAsync(stop);
            await row.NextResultAsync(stop);
            List<(string, int, string, DateTimeOffset)> keys = [];
            while (await row.ReadAsync(stop))
                keys.Add((row.GetString(0), row.GetInt32(1), row.GetString(2), row.Time(3)));
            return keys;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Makes the next version the one that seals; gives the version before (0 when there was none) and the new one.</summary>
    public async Task<(int Old, int New)> Rotate(NpgsqlConnection connection, Guid organization, string purpose, CancellationToken stop)
    {
        using var active = await Locked(connection, "pg_advisory_xact_lock", organization, purpose, stop);
        var old = active?.Version ?? 0;
        await using (var batch = connection.CreateBatch())
        {
            batch.Then("update organization_key set state = 'decrypt_only' where organization_id = $1 and purpose = $2 and state = 'active'", organization, purpose);
            await batch.ExecuteNonQueryAsync(stop);
        }

        await Insert(connection, organization, purpose, old + 1, stop);
        return (old, old + 1);
    }

    /// <summary>Destroys the versions with which nothing is sealed any more; gives how many those were. The caller has looked, under the lock that this takes.</summary>
    internal async Task<int> Retire(NpgsqlConnection connection, Guid organization, string purpose, IReadOnlyList<SealedTable> tables, CancellationToken stop)
    {
        using var active = await Locked(connection, "pg_advisory_xact_lock", organization, purpose, stop);
        if (active is null)
            return 0;
        var used = string.Concat(tables.Select(table =>
            $" and not exists (select from \"{table.Name}\" t where t.organization_id = $1 and t.sealed is not null and substring(t.sealed from 3 for 4) = int4send(k.version))"));
        await using var batch = connection.CreateBatch();
        batch.Then(
            $"update organization_key k set state = 'retired', sealed = null, retired_at = $3 where organization_id = $1 and purpose = $2 and state = 'decrypt_only'{used}",
            organization, purpose, time.GetUtcNow());
        return await batch.ExecuteNonQueryAsync(stop);
    }

    /// <summary>What is bound into the envelope of a key.</summary>
    internal static IReadOnlyList<string> Context(Guid organization, string purpose, int version) =>
        [organization.ToString(), purpose, version.ToString(CultureInfo.InvariantCulture)];

    async Task<OrganizationKey?> Locked(NpgsqlConnection connection, string take, Guid organization, string purpose, CancellationToken stop)
    {
        await using var batch = connection.CreateBatch();
        batch.InOrganization(organization)
            .Then($"select {take}({Lock})", organization.ToString(), purpose)
            .Then(Find + " and state = 'active'", organization, purpose);
        return await Read(batch, skip: 2, organization, purpose, stop);
    }

    async Task<OrganizationKey?> Read(NpgsqlBatch batch, int skip, Guid organization, string purpose, CancellationToken stop)
    {
        await using var row = await batch.ExecuteReaderAsync(stop);
        for (; skip > 0; skip--)
            await row.NextResultAsync(stop);
        if (!await row.ReadAsync(stop))
            return null;
        var version = row.GetInt32(0);
        return new OrganizationKey(version, KeyBytes.Take(root.Open(Sealing, row.Bytes(1), Context(organization, purpose, version))));
    }

    async Task Insert(NpgsqlConnection connection, Guid organization, string purpose, int version, CancellationToken stop)
    {
        using var key = KeyBytes.Random();
        await using var batch = connection.CreateBatch();
        batch.InOrganization(organization).Then(
            "insert into organization_key (organization_id, purpose, version, sealed, state, created_at) values ($1, $2, $3, $4, 'active', $5) on conflict do nothing",
            organization, purpose, version, root.Seal(Sealing, key.Span, Context(organization, purpose, version)), time.GetUtcNow());
        await batch.ExecuteNonQueryAsync(stop);
    }
}
