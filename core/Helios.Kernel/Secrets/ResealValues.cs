using System.Globalization;
using Helios.Kernel.Data;
using Helios.Kernel.Jobs;
using Npgsql;

namespace Helios.Kernel.Secrets;

/// <summary>
/// Seals every value of a purpose anew, each with a new data key under the organization's newest key. Values stay readable all the
/// while; one that is replaced meanwhile is left alone. Killed at any moment, it begins again and passes over what is done.
/// </summary>
public sealed class ResealValues(HeliosDb db, NpgsqlDataSource database, OrganizationKeys keys)
{
    /// <summary>Values of one transaction: short enough that nobody waits for its locks.</summary>
    const int BatchSize = 500;

    /// <summary>Works through every table of the purpose.</summary>
    /// <returns>False when somebody asked to cancel.</returns>
    public async Task<bool> Run(string purpose, JobContext context)
    {
        db.Scope = context.Scope;
        var organization = context.Scope.OrganizationId;
        var tables = SealedTable.All(db).Where(table => string.Equals(table.Purpose, purpose, StringComparison.Ordinal)).ToList();
        var total = 0;
        foreach (var table in tables)
            total += await Count(organization, table, context.Stop);
        var done = 0;
        foreach (var table in tables)
        {
            var after = Guid.Empty;
            int read;
            do
            {
                (read, after) = await Batch(organization, table, after, context.Stop);
                done += read;
                if (!await context.Progress(done, Math.Max(done, total), string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {Math.Max(done, total):N0} secrets are sealed with the new key.")))
                    return false;
            }
            while (read == BatchSize);
        }

        return true;
    }

    async Task<int> Count(Guid organization, SealedTable table, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var batch = connection.CreateBatch();
        batch.InOrganization(organization).Then($"select count(*)::int from \"{table.Name}\" where organization_id = $1 and sealed is not null", organization);
        await using var row = await batch.ExecuteReaderAsync(stop);
        await row.NextResultAsync(stop);
        await row.ReadAsync(stop);
        return row.GetInt32(0);
    }

    async Task<(int Read, Guid Last)> Batch(Guid organization, SealedTable table, Guid after, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        using var newest = await keys.Active(connection, organization, table.Purpose, stop);
        var rows = await Read(connection, organization, table, after, stop);
        await using var writes = connection.CreateBatch();
        foreach (var group in rows.GroupBy(row => SealedForm.VersionOf(row.Envelope)).Where(group => group.Key != newest.Version))
        {
            using var older = await keys.OfVersion(connection, organization, table.Purpose, group.Key, stop);
            foreach (var (id, revision, envelope) in group)
            {
                var place = new SealPlace(table.Purpose, organization, table.Name, id, revision);
                // A value that somebody replaced since we read it is not what it was, and stays.
                writes.Then(
                    $"update \"{table.Name}\" set sealed = $3 where organization_id = $1 and id = $2 and sealed = $4",
                    organization, id, newest.Close(place, older.Open(place, envelope)), envelope);
            }
        }

        if (writes.BatchCommands.Count > 0)
            await writes.ExecuteNonQueryAsync(stop);
        await transaction.CommitAsync(stop);
        return (rows.Count, rows.Count > 0 ? rows[^1].Id : after);
    }

    static async Task<List<(Guid Id, int Revision, byte[] Envelope)>> Read(NpgsqlConnection connection, Guid organization, SealedTable table, Guid after, CancellationToken stop)
    {
        await using var batch = connection.CreateBatch();
        batch.Then($"select id, revision, sealed from \"{table.Name}\" where organization_id = $1 and id > $2 and sealed is not null order by id limit {BatchSize}", organization, after);
        await using var reader = await batch.ExecuteReaderAsync(stop);
        List<(Guid, int, byte[])> rows = [];
        while (await reader.ReadAsync(stop))
            rows.Add((reader.GetGuid(0), reader.GetInt32(1), reader.Bytes(2)));
        return rows;
    }
}
