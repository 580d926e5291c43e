using Helios.Core.Organizations;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Npgsql;

namespace Helios.Core.Identity.Sessions;

/// <summary>Finds for whom a job runs: with the rights that whoever asked for it has now.</summary>
public sealed class JobScopes(NpgsqlDataSource database, Registry registry, OrganizationProfiles profiles) : IJobScopes
{
    const string Sql =
        """
        select o.slug, o.name, o.zone,
          array(select w.module from platform.module_switch w where w.organization_id = o.id and not w.is_on),
          a.name, m.role, m.user_id, o.profile_stamp
        from platform.organization o
        left join platform.membership m on m.organization_id = o.id and m.account_id = $2 and m.disabled_at is null
        left join platform.account a on a.id = m.account_id
        where o.id = $1
        """;

    public async Task<Scope?> For(Job job, CancellationToken stop)
    {
        var request = "job:" + job.Id;
        if (job.OrganizationId is not { } id)
            return job.AccountId is null ? new Scope(Organization: null, Actor.System, Door.Job, request) : null;
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = (object?)job.AccountId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        await using var row = await command.ExecuteReaderAsync(stop);
        if (!await row.ReadAsync(stop))
            return null;
        var organization = new OrganizationScope(id, row.GetString(0), row.GetString(1))
        {
            Zone = Zones.Find(row.GetString(2)),
            ModulesOff = (await row.GetFieldValueAsync<string[]>(3, stop)).ToHashSet(StringComparer.Ordinal),
        };
        Guid? stamp = await row.IsDBNullAsync(7, stop) ? null : row.GetGuid(7);
        if (job.AccountId is not { } account)
            return new Scope(await profiles.With(organization, stamp, stop), Actor.System, Door.Job, request);
        if (await row.IsDBNullAsync(5, stop))
            return null;
        var role = row.GetString(5);
        var actor = new Actor(ActorKind.Account, row.GetString(4), role, registry.PermissionsOf(role)) { AccountId = account, UserId = row.GetGuid(6) };
        return new Scope(await profiles.With(organization, stamp, stop), actor, Door.Job, request);
    }
}
