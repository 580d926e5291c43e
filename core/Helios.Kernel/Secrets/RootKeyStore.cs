using Helios.Kernel.Data;
using Helios.Kernel.Installations;
using Npgsql;

namespace Helios.Kernel.Secrets;

/// <summary>Brings the root key of an installation and its database together; refuses to go on when they do not fit.</summary>
/// <remarks>Works as the owner: the server's role can read the key's name and nothing more.</remarks>
public sealed class RootKeyStore(string owner, RootKeyPlace place, TimeProvider clock, Action<string> report)
{
    internal const long LockKey = 0x48454C494F5302;

    readonly RootKeyFiles files = new(place, report);

    /// <summary>The key that the database was made with. A first key is made only over a database without data.</summary>
    /// <exception cref="InstallationException">The key is missing or wrong.</exception>
    public async Task<RootKey> Open(CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using (var wait = new NpgsqlCommand($"select pg_advisory_xact_lock({LockKey})", connection))
            await wait.ExecuteNonQueryAsync(stop);
        if (await Known(connection, stop) is { } known)
            return files.Require(known.Active, known.Before);
        if (await HasData(connection, stop))
            throw new InstallationException("The database holds data but does not name a root key.", "Restore the table platform.root_key from a backup; a new key could not open what is sealed.");
        var key = First();
        await Note(connection, key, stop);
        await transaction.CommitAsync(stop);
        return key;
    }

    /// <summary>The key that the database names, or null when it names none yet. Changes nothing.</summary>
    /// <exception cref="InstallationException">The key is missing or wrong.</exception>
    public async Task<RootKey?> Find(CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(stop);
        return await Known(connection, stop) is { } known ? files.Require(known.Active, known.Before, changes: false) : null;
    }

    /// <summary>Puts the key file back from its recovery copy.</summary>
    /// <exception cref="InstallationException">The copy is mistyped, belongs to another installation, or another key is in its place.</exception>
    public async Task Restore(string recoveryFile, CancellationToken stop)
    {
        var key = RecoveryCopy.Read(await ReadCopy(recoveryFile, stop));
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(stop);
        var known = (await Known(connection, stop))?.Active;
        if (known?.Fits(key) != true)
            throw new InstallationException(
                $"The recovery copy holds the key {key.Id}, and this database was made with {known?.Id ?? "none yet"}.",
                "Take the recovery copy of this installation, or the data folder that belongs to this copy.");
        var path = place.For(key.Id);
        if (File.Exists(path) && known.Fits(RootKeyFile.Read(path, place.IsProvided)))
        {
            report($"The root key {key.Id} is in its place already.");
            return;
        }

        if (File.Exists(path))
            throw new InstallationException($"Another key lies at {path}.", $"Move {path} away first; it may belong to another installation.");
        RootKeyFile.Write(path, key);
        report($"The root key {key.Id} is back at {path}.");
    }

    /// <summary>The text of a file that holds a recovery copy.</summary>
    /// <exception cref="InstallationException">It cannot be read.</exception>
    public static async Task<string> ReadCopy(string path, CancellationToken stop)
    {
        try
        {
            return await File.ReadAllTextAsync(path, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallationException($"The recovery copy {path} cannot be read: {e.Message}", "Name the file that holds the words.", e);
        }
    }

    RootKey First()
    {
        if (place.IsFile && File.Exists(place.Path))
        {
            report($"Taking the root key {place.Path}.");
            return RootKeyFile.Read(place.Path, place.IsProvided);
        }

        var key = RootKey.Make(clock);
        RootKeyFile.Write(place.For(key.Id), key);
        report($"Made the root key {key.Id} in {place.For(key.Id)}. Keep its recovery copy safe: without the key nothing sealed can be read.");
        return key;
    }

    /// <summary>The key that the database names, and the names of those before it.</summary>
    static async Task<(KnownRootKey Active, List<string> Before)?> Known(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var ask = new NpgsqlCommand("select id, check_value, state from platform.root_key order by created_at desc", connection);
        await using var row = await ask.ExecuteReaderAsync(stop);
        KnownRootKey? active = null;
        List<string> before = [];
        while (await row.ReadAsync(stop))
        {
            if (string.Equals(row.GetString(2), "active", StringComparison.Ordinal))
                active = new KnownRootKey(row.GetString(0), row.Bytes(1));
            else
                before.Add(row.GetString(0));
        }

        return active is null ? null : (active, before);
    }

    static async Task<bool> HasData(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var ask = new NpgsqlCommand("select exists (select from platform.organization) or exists (select from platform.data_protection_key)", connection);
        return await ask.ExecuteScalarAsync(stop) is true;
    }

    async Task Note(NpgsqlConnection connection, RootKey key, CancellationToken stop)
    {
        await using var note = new NpgsqlCommand("insert into platform.root_key (id, check_value, state, created_at) values ($1, $2, 'active', $3)", connection)
        {
            Parameters = { new() { Value = key.Id }, new() { Value = key.CheckValue }, new() { Value = clock.GetUtcNow() } },
        };
        await note.ExecuteNonQueryAsync(stop);
    }
}
