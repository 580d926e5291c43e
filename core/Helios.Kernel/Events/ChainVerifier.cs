using System.Data;
using Helios.Kernel.Data;
using Npgsql;

namespace Helios.Kernel.Events;

/// <summary>
/// Proves that nobody changed the audit trail behind its back: every link follows the one before, every event and detail is
/// the one that was sealed, the end is the end, and no event stands outside.
/// </summary>
/// <remarks>
/// A chain cannot stop someone who may rewrite all of it, head included; signed checkpoints do, as long as the root key is not his, and
/// exports that are kept elsewhere do even then. A detail, or parts of one, may be gone: that is how values are erased by right.
/// </remarks>
public sealed class ChainVerifier(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>A running server seals within a second; what waits a minute was left behind by one that does not run.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Links between two words about how far it is.</summary>
    const int Step = 5000;

    /// <summary>Walks the chain of one organization, or of all of them one after the other up to the first broken link.</summary>
    /// <param name="slug">The organization's name in addresses; null for all.</param>
    /// <param name="stop">Ends the walk.</param>
    /// <param name="told">Hears how many links of how many hold, every few thousand; false ends the walk.</param>
    public async Task<ChainReport> Verify(string? slug, CancellationToken stop, Func<long, long, Task<bool>>? told = null)
    {
        var whole = new ChainReport(0, 0, 0, (0, null), null);
        foreach (var (id, name) in await Organizations(slug, stop))
        {
            whole = Join(whole, await VerifyOne(id, name, told, stop));
            if (!whole.IsWhole)
                return whole;
        }

        return whole;
    }

    static ChainReport Join(ChainReport one, ChainReport other) => new(
        one.Events + other.Events,
        one.Organizations + other.Organizations,
        one.Erased + other.Erased,
        (one.Waiting.Count + other.Waiting.Count, Older(one.Waiting.Oldest, other.Waiting.Oldest)),
        other.Broken)
    {
        Checkpoints = one.Checkpoints + other.Checkpoints,
    };

    static WaitingEvent? Older(WaitingEvent? one, WaitingEvent? other) => one is null || other?.Since < one.Since ? other : one;

    async Task<List<(Guid Id, string Slug)>> Organizations(string? slug, CancellationToken stop)
    {
        await using var command = database.CreateCommand("select id, slug from platform.organization where $1::text is null or slug = $1 order by slug");
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)slug ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(stop);
        List<(Guid, string)> organizations = [];
        while (await reader.ReadAsync(stop))
            organizations.Add((reader.GetGuid(0), reader.GetString(1)));
        return organizations;
    }

    async Task<ChainReport> VerifyOne(Guid organization, string slug, Func<long, long, Task<bool>>? told, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        var (seq, hash) = await Head(connection, organization, stop);
        var checkpoints = new CheckpointWalk(await Checkpoints.Of(connection, organization, stop), await Checkpoints.Keys(connection, stop));
        var walk = new ChainWalk(slug, checkpoints);
        var broken = await Follow(connection, organization, walk, walked => told is null ? Task.FromResult(true) : told(walked, seq), stop)
            ?? walk.End(seq, hash)
            ?? await Outside(connection, organization, slug, stop);
        var waiting = await Waiting(connection, organization, slug, stop);
        return new ChainReport(walk.Seq, 1, walk.Erased, waiting, broken) { Checkpoints = checkpoints.Held };
    }

    static async Task<(long Seq, byte[]? Hash)> Head(NpgsqlConnection connection, Guid organization, CancellationToken stop)
    {
        await using var batch = connection.CreateBatch();
        batch.InOrganization(organization)
            .Then("set transaction read only")
            .Then("set local work_mem = '64MB'")
            // Whole chains are compared with whole tables: a plan that looks row by row, taken on old statistics, is quadratic.
            .Then("set local enable_nestloop = off")
            .Then("select seq, hash from seal_head where organization_id = $1", organization);
        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.NextResultAsync(stop);
        return await reader.ReadAsync(stop) ? (reader.GetInt64(0), reader.Bytes(1)) : (0, null);
    }

    static async Task<BrokenLink?> Follow(NpgsqlConnection connection, Guid organization, ChainWalk walk, Func<long, Task<bool>> told, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(ChainWalk.Links, connection) { Parameters = { new() { Value = organization } }, CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            if (walk.Step(reader) is { } broken)
            {
                command.Cancel();
                return broken;
            }

            if (walk.Seq % Step == 0 && !await told(walk.Seq))
                throw new OperationCanceledException("The walk was canceled.");
        }

        return null;
    }

    /// <summary>An event has a link or waits for one from the moment it is visible: anything else was put in or cut out by hand.</summary>
    static async Task<BrokenLink?> Outside(NpgsqlConnection connection, Guid organization, string slug, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(
            """
            select e.id, e.key, false as is_twice from event e
            left join event_seal s on s.organization_id = e.organization_id and s.event_id = e.id and s.occurred_at = e.occurred_at
            left join platform.event_unsealed u on u.organization_id = e.organization_id and u.event_id = e.id
            where e.organization_id = $1 and s.event_id is null and u.event_id is null
            union all
            select event_id, null, true from event_seal where organization_id = $1 group by event_id having count(*) > 1
            """, connection)
        { Parameters = { new() { Value = organization } }, CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(stop);
        if (!await reader.ReadAsync(stop))
            return null;
        command.Cancel();
        var wrong = reader.GetBoolean(2) ? "The event was sealed twice." : "The event has no link in the chain: it was put in behind the server's back, or its link was cut out.";
        return new BrokenLink(slug, null, reader.GetGuid(0), reader.Text(1), wrong);
    }

    async Task<(int Count, WaitingEvent? Oldest)> Waiting(NpgsqlConnection connection, Guid organization, string slug, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(
            "select event_id, occurred_at, count(*) over () from platform.event_unsealed where organization_id = $1 order by occurred_at limit 1", connection)
        {
            Parameters = { new() { Value = organization } },
        };
        await using var reader = await command.ExecuteReaderAsync(stop);
        if (!await reader.ReadAsync(stop))
            return (0, null);
        var oldest = new WaitingEvent(slug, reader.GetGuid(0), reader.Time(1));
        return ((int)reader.GetInt64(2), oldest.Since < time.GetUtcNow() - Patience ? oldest : null);
    }
}
