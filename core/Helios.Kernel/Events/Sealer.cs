using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helios.Kernel.Events;

/// <summary>
/// Gives committed events their place in the chain of their organization. It takes the visible set of waiting events with
/// one DELETE under the locked head: no cursor, so a late commit is in the next set. Any number of nodes may run it.
/// </summary>
public sealed partial class Sealer(NpgsqlDataSource database, CommitSignal committed, TimeProvider time, ILogger<Sealer> log)
{
    /// <summary>Carries <c>organization:seq</c> after each batch, and no data.</summary>
    public const string Channel = "helios_sealed";

    /// <summary>One transaction seals at most so many; more would hold the head for longer than a live update may wait.</summary>
    const int BatchSize = 1000;

    /// <summary>Finds what other nodes committed and did not live to seal.</summary>
    static readonly TimeSpan Sweep = TimeSpan.FromSeconds(1);

    /// <summary>Between two rounds. After quiet an event is sealed at once; under load a tenth of a second shares one transaction, and commands keep the cores.</summary>
    static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    /// <summary>Seals until the node stops.</summary>
    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var count = await SealAll(stop);
                if (count > 0)
                    await Task.Delay(Rest, time, stop);
                await committed.Events(Sweep, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                LogFailed(log, e);
                await Task.Delay(Sweep, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Seals what waits now, organization by organization; says how many events that were.</summary>
    public async Task<int> SealAll(CancellationToken stop)
    {
        var count = 0;
        foreach (var organization in await Waiting(stop))
        {
            int batch;
            do
            {
                batch = await Seal(organization, stop);
                count += batch;
            }
            while (batch == BatchSize);
        }

        return count;
    }

    /// <summary>Seals one batch of one organization in one transaction.</summary>
    public async Task<int> Seal(Guid organization, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var (head, events) = await Take(connection, organization, stop);
        if (events.Count > 0)
            await Append(connection, organization, head, events, stop);
        await transaction.CommitAsync(stop);
        return events.Count;
    }

    /// <summary>Walks the index from organization to organization: a scan would read every row that was sealed since the last vacuum.</summary>
    async Task<List<Guid>> Waiting(CancellationToken stop)
    {
        await using var command = database.CreateCommand(
            """
            with recursive waiting(organization_id) as (
              (select organization_id from platform.event_unsealed order by organization_id limit 1)
              union all
              select (select u.organization_id from platform.event_unsealed u where u.organization_id > w.organization_id order by u.organization_id limit 1)
              from waiting w where w.organization_id is not null)
            select organization_id from waiting where organization_id is not null
            """);
        await using var reader = await command.ExecuteReaderAsync(stop);
        List<Guid> organizations = [];
        while (await reader.ReadAsync(stop))
            organizations.Add(reader.GetGuid(0));
        return organizations;
    }

    static async Task<(Head Head, List<Waiter> Events)> Take(NpgsqlConnection connection, Guid organization, CancellationToken stop)
    {
        await using var batch = connection.CreateBatch();
        batch.InOrganization(organization)
            .Then("insert into seal_head (organization_id, seq, hash) values ($1, 0, $2) on conflict do nothing", organization, ChainHash.Start)
            .Then("select seq, hash from seal_head where organization_id = $1 for update", organization)
            .Then(
                $"""
                with taken as (
                  delete from platform.event_unsealed where organization_id = $1 and n <=
                    (select max(n) from (select n from platform.event_unsealed where organization_id = $1 order by n limit {BatchSize}) first)
                  returning n, occurred_at, event_id)
                select t.occurred_at, t.event_id, {EventColumns.All}
                from taken t {EventColumns.Of("t")}
                order by t.n
                """, organization);
        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.NextResultAsync(stop);
        await reader.ReadAsync(stop);
        var head = new Head(reader.GetInt64(0), reader.Bytes(1));
        await reader.NextResultAsync(stop);
        List<Waiter> events = [];
        while (await reader.ReadAsync(stop))
            events.Add(new Waiter(reader.Time(0), reader.GetGuid(1), EventColumns.Read(reader, 2)));
        return (head, events);
    }

    static async Task Append(NpgsqlConnection connection, Guid organization, Head head, List<Waiter> events, CancellationToken stop)
    {
        var count = events.Count;
        var (prev, hash) = (new byte[count][], new byte[count][]);
        for (var i = 0; i < count; i++)
        {
            prev[i] = i == 0 ? head.Hash : hash[i - 1];
            hash[i] = ChainHash.Link(prev[i], events[i].Event is { } row ? ChainHash.Leaf(row) : ChainHash.LeafOfNothing);
        }

        var last = head.Seq + count;
        await using var batch = connection.CreateBatch();
        batch.Then(
                """
                insert into event_seal (organization_id, seq, occurred_at, event_id, prev, hash)
                select $1, $2 + s.place, s.occurred_at, s.event_id, s.prev, s.hash
                from unnest($3::timestamptz[], $4::uuid[], $5::bytea[], $6::bytea[]) with ordinality s(occurred_at, event_id, prev, hash, place)
                """,
                organization, head.Seq, events.ConvertAll(e => e.OccurredAt), events.ConvertAll(e => e.EventId), prev, hash)
            .Then("update seal_head set seq = $2, hash = $3 where organization_id = $1", organization, last, hash[^1])
            .Then($"select pg_notify('{Channel}', $1)", $"{organization}:{last}");
        await batch.ExecuteNonQueryAsync(stop);
    }

    [LoggerMessage(LogLevel.Warning, "Sealing failed; it is tried again in a second.")]
    static partial void LogFailed(ILogger log, Exception exception);

    sealed record Head(long Seq, byte[] Hash);

    sealed record Waiter(DateTimeOffset OccurredAt, Guid EventId, EventRow? Event);
}
