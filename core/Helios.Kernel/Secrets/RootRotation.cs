using System.Globalization;
using System.Text.RegularExpressions;
using Helios.Kernel.Data;
using Helios.Kernel.Installations;
using Npgsql;

namespace Helios.Kernel.Secrets;

/// <summary>Puts a new root key under everything that stands under the present one, while no server runs.</summary>
/// <remarks>
/// The new key is on disk before anything names it; the database changes in one transaction; then the file takes its place, which a
/// start does by itself where it did not come to that. So it may be killed at any moment: afterwards either key is the one in use, with
/// all that it needs, and running it again goes on with the key that was made.
/// </remarks>
public sealed partial class RootRotation(DatabaseConnections database, RootKeyPlace place, TimeProvider clock, Action<string> report)
{
    const int BatchSize = 1000;

    readonly RootKeyFiles files = new(place, report);

    /// <summary>What the framework's keys are sealed for; they lie in XML.</summary>
    public const string DataProtection = "data-protection";

    /// <summary>Rotates the key and gives the new one. Its recovery copy is still to be saved.</summary>
    /// <exception cref="InstallationException">A server still runs, the present key is missing, or the new one cannot be written.</exception>
    public async Task<RootKey> Run(CancellationToken stop)
    {
        var current = await new RootKeyStore(database.Owner, place, clock, report).Open(stop);
        if (place.IsProvided)
            throw new InstallationException("The root key comes from the service manager, and cannot be replaced there.", "Copy it to a file, name that with HELIOS_ROOT_KEY, rotate, and give the new file to the service manager.");
        var next = files.Pending(current.Id) ?? Make(current);
        await using (var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.Owner) { Pooling = false }.ConnectionString))
        {
            await connection.OpenAsync(stop);
            await using var transaction = await connection.BeginTransactionAsync(stop);
            await RequireAlone(connection, stop);
            var count = await SealAnew(connection, current, next, stop);
            report(string.Create(CultureInfo.InvariantCulture, $"{count:N0} keys are sealed with it."));
            await transaction.CommitAsync(stop);
        }

        report("The database names it.");
        return files.Promote(files.Next(current.Id), next);
    }

    RootKey Make(RootKey current)
    {
        var made = RootKey.Make(clock);
        RootKeyFile.Write(files.Next(current.Id), made);
        report($"Made the root key {made.Id}.");
        return made;
    }

    async Task RequireAlone(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var batch = connection.CreateBatch();
        batch.Then($"select pg_advisory_xact_lock({RootKeyStore.LockKey})")
            .Then("select count(*)::int from pg_stat_activity where datname = current_database() and usename = $1", database.ServerRole);
        await using var row = await batch.ExecuteReaderAsync(stop);
        await row.NextResultAsync(stop);
        await row.ReadAsync(stop);
        if (row.GetInt32(0) > 0)
            throw new InstallationException("A server is still connected to this database.", "Stop every Helios on it first: a running one would go on sealing with the old key.");
    }

    static async Task<int> SealAnew(NpgsqlConnection connection, RootKey current, RootKey next, CancellationToken stop)
    {
        var count = await Each(
            connection, "select ctid::text, sealed, organization_id, purpose, version from organization_key where sealed is not null", "update organization_key set sealed = $1 where ctid = $2::tid",
            row => Again(current, next, OrganizationKeys.Sealing, row.Bytes(1), OrganizationKeys.Context(row.GetGuid(2), row.GetString(3), row.GetInt32(4))), stop);
        count += await Each(
            connection, "select ctid::text, sealed, name from platform.kept_key", "update platform.kept_key set sealed = $1 where ctid = $2::tid",
            row => Again(current, next, KeptKeys.Sealing, row.Bytes(1), [row.GetString(2)]), stop);
        count += await Each(
            connection, "select ctid::text, xml from platform.data_protection_key", "update platform.data_protection_key set xml = $1 where ctid = $2::tid",
            row => SealedKey().Replace(row.GetString(1), found => Convert.ToBase64String(Again(current, next, DataProtection, Convert.FromBase64String(found.Value), []))), stop);
        await using var batch = connection.CreateBatch();
        batch.Then("update platform.root_key set state = 'decrypt_only' where id = $1 and state = 'active'", current.Id)
            .Then("insert into platform.root_key (id, check_value, state, created_at) values ($1, $2, 'active', now())", next.Id, next.CheckValue);
        await batch.ExecuteNonQueryAsync(stop);
        return count;
    }

    static byte[] Again(RootKey current, RootKey next, string purpose, byte[] envelope, IReadOnlyList<string> context)
    {
        using var plain = KeyBytes.Take(current.Open(purpose, envelope, context));
        return next.Seal(purpose, plain.Span, context);
    }

    static async Task<int> Each(NpgsqlConnection connection, string read, string write, Func<NpgsqlDataReader, object> again, CancellationToken stop)
    {
        List<(string Row, object Value)> changes = [];
        await using (var command = new NpgsqlCommand(read + " for update", connection))
        await using (var reader = await command.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop))
                changes.Add((reader.GetString(0), again(reader)));
        foreach (var part in changes.Chunk(BatchSize))
        {
            await using var batch = connection.CreateBatch();
            foreach (var (row, value) in part)
                batch.Then(write, value, row);
            await batch.ExecuteNonQueryAsync(stop);
        }

        return changes.Count;
    }

    [GeneratedRegex("(?<=<sealedKey>)[A-Za-z0-9+/=]+(?=</sealedKey>)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SealedKey();
}
