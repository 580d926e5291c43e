using Npgsql;

namespace Helios.Kernel.Secrets;

/// <summary>Keys of the whole installation that outlive a root key: each is stored sealed under it, and sealed anew when it is rotated.</summary>
/// <remarks>They are asked for once, when a service is made, and few: so it waits for the database like the framework's own keys.</remarks>
public sealed class KeptKeys(NpgsqlDataSource database, RootKey root, TimeProvider time)
{
    /// <summary>What the root key seals them for.</summary>
    internal const string Sealing = "kept-key";

    /// <summary>The key of a name: the one that was kept, or the first one, which is kept from now on.</summary>
    /// <param name="name">Such as <c>identity:token</c>.</param>
    /// <param name="first">Makes the first one.</param>
    /// <param name="public">What of it everybody may know, or null.</param>
    public byte[] Get(string name, Func<byte[]> first, Func<byte[], byte[]>? @public = null)
    {
        if (Find(name) is { } known)
            return known;
        var made = first();
        using var insert = database.CreateCommand("insert into platform.kept_key (name, sealed, public, created_at) values ($1, $2, $3, $4) on conflict do nothing");
        insert.Parameters.Add(new() { Value = name });
        insert.Parameters.Add(new() { Value = root.Seal(Sealing, made, name) });
        insert.Parameters.Add(new() { Value = (object?)@public?.Invoke(made) ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea });
        insert.Parameters.Add(new() { Value = time.GetUtcNow() });
        insert.ExecuteNonQuery();
        // Of two nodes that start together one was first.
        return Find(name)!;
    }

    byte[]? Find(string name)
    {
        using var find = database.CreateCommand("select sealed from platform.kept_key where name = $1");
        find.Parameters.Add(new() { Value = name });
        return find.ExecuteScalar() is byte[] envelope ? root.Open(Sealing, envelope, name) : null;
    }
}
