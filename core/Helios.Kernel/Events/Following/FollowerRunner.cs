using Helios.Kernel.Data;
using Helios.Kernel.Jobs;
using Helios.Kernel.Live;
using Helios.Kernel.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helios.Kernel.Events.Following;

/// <summary>
/// Hands sealed events to their followers, organization by organization. Place and work are one transaction, and a place that another
/// node holds is passed over: so every event is taken once, in order, however many nodes run and whichever of them is killed.
/// </summary>
public sealed partial class FollowerRunner(Registry registry, NpgsqlDataSource database, LiveHub hub, IServiceScopeFactory services, TimeProvider time, ILogger<FollowerRunner> log)
{
    const int AtOnce = 500;

    /// <summary>Finds what was sealed while nobody listened.</summary>
    static readonly TimeSpan Sweep = TimeSpan.FromSeconds(5);

    /// <summary>Works until the node stops.</summary>
    public async Task Run(CancellationToken stop)
    {
        using var woken = hub.FollowAll();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await CatchUp(stop);
                await Wait(woken, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogFailed(log, e);
                await Task.Delay(Sweep, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Takes everything that is sealed now; says how many events that were. What one organization's events break holds up no other one.</summary>
    /// <exception cref="AggregateException">What broke, after everybody else's turn.</exception>
    public async Task<int> CatchUp(CancellationToken stop)
    {
        var count = 0;
        List<Exception> broken = [];
        foreach (var follower in registry.Followers)
            foreach (var organization in await Behind(follower.Name, stop))
            {
                try
                {
                    for (var taken = AtOnce; taken == AtOnce; count += taken)
                        taken = await Take(follower, organization, stop);
                }
                catch (Exception e) when (!stop.IsCancellationRequested)
                {
                    broken.Add(e);
                }
            }

        return broken.Count == 0 ? count : throw new AggregateException(broken);
    }

    async Task Wait(LiveFollower woken, CancellationToken stop)
    {
        using var sweep = new CancellationTokenSource(Sweep, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(sweep.Token, stop);
        try
        {
            await woken.Next(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Nothing was sealed for a while: look all the same.
        }
    }

    async Task<List<Guid>> Behind(string follower, CancellationToken stop)
    {
        await using var command = database.CreateCommand("select helios_behind($1)");
        command.Parameters.Add(new NpgsqlParameter { Value = follower });
        await using var reader = await command.ExecuteReaderAsync(stop);
        List<Guid> organizations = [];
        while (await reader.ReadAsync(stop))
            organizations.Add(reader.GetGuid(0));
        return organizations;
    }

    async Task<int> Take(FollowerDeclaration follower, Guid organization, CancellationToken stop)
    {
        await using var work = services.CreateAsyncScope();
        var job = new Job { OrganizationId = organization, Name = follower.Name, Payload = "" };
        if (await work.ServiceProvider.GetRequiredService<IJobScopes>().For(job, stop) is not { } scope)
            return 0;
        var db = work.ServiceProvider.GetRequiredService<HeliosDb>();
        db.Scope = scope;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await Place(db, follower.Name, stop) is not { } place)
            return 0;
        var events = await Next(db, place, stop);
        if (events.Count > 0 && !scope.Organization!.ModulesOff.Contains(follower.Module.Id))
            await ((IEventFollower)ActivatorUtilities.CreateInstance(work.ServiceProvider, follower.Handler)).Take(events, time.GetUtcNow(), stop);
        await db.SaveChangesAsync(stop);
        // Events that are gone leave a gap; whoever verifies the chain is told of it, and followers pass over it.
        var last = events.Count > 0 ? events[^1].Seq : place + AtOnce;
        await db.Database.ExecuteSqlAsync(
            $"""
            update event_cursor set seq = least({last}, (select h.seq from seal_head h where h.organization_id = {organization}))
            where organization_id = {organization} and follower = {follower.Name}
            """, stop);
        await transaction.CommitAsync(CancellationToken.None);
        return events.Count;
    }

    /// <summary>The follower's place, held until the transaction ends; null while another node has it.</summary>
    static async Task<long?> Place(HeliosDb db, string follower, CancellationToken stop)
    {
        await db.Database.ExecuteSqlAsync($"insert into event_cursor (organization_id, follower, seq) values ({db.OrganizationId}, {follower}, 0) on conflict do nothing", stop);
        var places = await db.Database.SqlQuery<long>(
            $"select seq as \"Value\" from event_cursor where organization_id = {db.OrganizationId} and follower = {follower} for update skip locked").ToListAsync(stop);
        return places is [var place] ? place : null;
    }

    static Task<List<FollowedEvent>> Next(HeliosDb db, long place, CancellationToken stop) => db.Database.SqlQuery<FollowedEvent>(
        $"""
        select s.seq as "Seq", e.id as "Id", e.occurred_at as "OccurredAt", e.action as "Action", e.command as "Command", e.kind as "Kind", e.entity_id as "EntityId",
               e.audience as "Audience", e.user_id as "UserId", e.door as "Door", d.body as "Body"
        from (select * from event_seal where organization_id = {db.OrganizationId} and seq > {place} order by seq limit {AtOnce}) s
        cross join lateral (select * from event where organization_id = {db.OrganizationId} and occurred_at = s.occurred_at and id = s.event_id limit 1) e
        left join lateral (select body from event_detail where organization_id = {db.OrganizationId} and occurred_at = s.occurred_at and event_id = s.event_id limit 1) d on true
        order by s.seq
        """).ToListAsync(stop);

    [LoggerMessage(LogLevel.Error, "Events could not be handed to their followers; it is tried again in five seconds.")]
    static partial void LogFailed(ILogger log, Exception exception);
}
