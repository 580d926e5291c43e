using Helios.Kernel.Data;
using Helios.Kernel.Events;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Kernel.Search;
using Npgsql;

namespace Helios.Kernel.Live;

/// <summary>Reads what changed after a place in the chain, as far as an actor may see it.</summary>
/// <remarks>
/// Staff see every change of what all staff may read and of what is their own. Others see a change that their audience includes, of an entity that
/// has one of their reader tokens or that is their own user.
/// </remarks>
public sealed class LiveFeed(NpgsqlDataSource database, Registry registry)
{
    /// <summary>A caller that was away for long gets so many places at a time.</summary>
    public const int PageSize = 500;

    const string Own =
        """
        (e.entity_id = $5 or exists (
          select from entity_reader r where r.organization_id = e.organization_id and r.id = e.entity_id and r.token = any($4)))
        """;

    const string Narrow = $"e.audience = 'requester' and {Own}";

    const string Staff =
        $"""
        (exists (select from entity n where n.organization_id = e.organization_id and n.id = e.entity_id and n.staff_readable) or {Own})
        """;

    /// <summary>The end of the organization's chain: where somebody begins who has not been here before.</summary>
    public async Task<long> End(Scope scope, CancellationToken stop)
    {
        await using var batch = database.CreateBatch();
        batch.InOrganization(scope.OrganizationId).Then("select seq from seal_head where organization_id = $1", scope.OrganizationId);
        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.NextResultAsync(stop);
        return await reader.ReadAsync(stop) ? reader.GetInt64(0) : 0;
    }

    /// <summary>The changes after a place.</summary>
    /// <param name="scope">The organization and who asks.</param>
    /// <param name="after">The seq that the caller has seen.</param>
    /// <param name="stop">Ends when the caller has gone.</param>
    public async Task<LivePage> Read(Scope scope, long after, CancellationToken stop)
    {
        var (organization, actor) = (scope.OrganizationId, scope.Actor);
        await using var batch = database.CreateBatch();
        batch.InOrganization(organization).Then(
            $"""
            select s.seq, e.kind, e.entity_id, e.key,
                   coalesce(e.kind <> all($3) and {(actor.IsStaff ? Staff : Narrow)}, false) as is_visible
            from (select * from event_seal where organization_id = $1 and seq > $2 order by seq limit {PageSize}) s
            {EventColumns.Of("s")}
            order by s.seq
            """,
            organization, after, Hidden(scope), ReaderTokens.Of(actor), actor.UserId ?? Guid.Empty);
        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.NextResultAsync(stop);
        List<LiveChange> changes = [];
        var (seq, count) = (after, 0);
        while (await reader.ReadAsync(stop))
        {
            count++;
            seq = reader.GetInt64(0);
            if (reader.GetBoolean(4))
                changes.Add(new LiveChange(seq, reader.GetString(1), reader.GetGuid(2), reader.GetString(3)));
        }

        return new LivePage(changes, seq, count == PageSize);
    }

    /// <summary>The kinds of modules that are off here.</summary>
    string[] Hidden(Scope scope) =>
        [.. registry.Kinds.Where(kind => scope.Organization!.ModulesOff.Contains(kind.Module.Id)).Select(kind => kind.Name)];
}
