using Npgsql;

namespace Helios.Kernel.Secrets;

/// <summary>Whether somebody has said that the recovery copy of the root key is safe; set-up ends only then.</summary>
public sealed class RecoveryState(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Whether the copy of the key in use has been saved.</summary>
    public async Task<bool> IsSaved(CancellationToken stop)
    {
        await using var ask = database.CreateCommand("select recovery_saved_at is not null from platform.root_key where state = 'active'");
        return await ask.ExecuteScalarAsync(stop) is true;
    }

    /// <summary>Notes that the copy has been saved.</summary>
    public async Task MarkSaved(CancellationToken stop)
    {
        await using var mark = database.CreateCommand("update platform.root_key set recovery_saved_at = $1 where state = 'active'");
        mark.Parameters.Add(new NpgsqlParameter { Value = clock.GetUtcNow() });
        await mark.ExecuteNonQueryAsync(stop);
    }
}
