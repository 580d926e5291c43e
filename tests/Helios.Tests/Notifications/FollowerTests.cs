using Helios.Core.Watchers.Commands;
using Helios.Itsm.Tickets.Commands;
using Helios.Kernel.Events;
using Helios.Kernel.Events.Following;
using Helios.Kernel.Scopes;
using Helios.Tests.Growing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Helios.Tests.Notifications;

/// <summary>Inboxes hold each event once, whatever dies while they are filled.</summary>
[Collection(GrowingSuites.Name)]
public sealed class FollowerTests(GrowingHouse house)
{
    const int Events = 2600;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The events go in by SQL: two thousand commands would take half a minute.</summary>
    [Fact]
    public async Task Two_nodes_that_are_killed_again_and_again_tell_every_event_once()
    {
        var scene = await InboxScene.Set(house);
        (await house.Do(new WatchEntity(new(scene.Ticket)), scene.One)).Expect();
        await scene.Deliver();
        var before = await house.One<int>("select coalesce(sum(updates), 0)::int from inbox_entry where user_id = $1", scene.One.Actor.UserId!.Value);
        await Happen(scene.Ticket);
        await house.App.Services.GetRequiredService<Sealer>().SealAll(Stop);

        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var killer = Kill(over.Token);
        await Task.WhenAll(CatchUp(), CatchUp());
        await over.CancelAsync();
        await killer;

        Assert.Equal(before + Events, await house.One<int>("select updates from inbox_entry where user_id = $1", scene.One.Actor.UserId!.Value));
        Assert.Equal(1, await scene.Unread(scene.One));
        Assert.Equal(await house.One<long>("select seq from seal_head where organization_id = $1", house.Larkspur.Organization.Id), await house.One<long>("select seq from event_cursor where organization_id = $1", house.Larkspur.Organization.Id));
        Assert.Equal(0, await house.App.Services.GetRequiredService<FollowerRunner>().CatchUp(Stop));
    }

    /// <summary>Both ways round: whose turn comes first is not said.</summary>
    [Fact]
    public async Task What_one_organizations_events_break_holds_up_no_other_one_and_is_tried_again()
    {
        foreach (var (broken, other) in new[] { (house.Larkspur, house.Aster), (house.Aster, house.Larkspur) })
        {
            foreach (var tenant in new[] { broken, other })
                (await house.Do(new CreateTicket("Tripped over", null, null), await house.Join(tenant, Roles.ItStaff) with { Door = Door.Page })).Expect();
            await house.App.Services.GetRequiredService<Sealer>().SealAll(Stop);
            await house.Sql($"alter table watcher add constraint broken check (organization_id <> '{broken.Organization.Id}') not valid");
            try
            {
                await Assert.ThrowsAsync<AggregateException>(() => house.App.Services.GetRequiredService<FollowerRunner>().CatchUp(Stop));
            }
            finally
            {
                await house.Sql("alter table watcher drop constraint broken");
            }

            Assert.Equal(0, await Behind(other));
            Assert.True(await Behind(broken) > 0);
            await house.App.Services.GetRequiredService<FollowerRunner>().CatchUp(Stop);
            Assert.Equal(0, await Behind(broken));
        }
    }

    Task<long> Behind(Tenant tenant) => house.One<long>("select h.seq - coalesce(c.seq, 0) from seal_head h left join event_cursor c on c.organization_id = h.organization_id where h.organization_id = $1", tenant.Organization.Id);

    async Task Happen(string ticket) => await house.Sql(
        """
        with made as (
          insert into event (organization_id, occurred_at, id, action, kind, entity_id, key, audience, actor_kind, door, request_id, detail_digest)
          select t.organization_id, now(), uuidv7(), 'TicketCounted', 'ticket', t.id, t.key, 'internal', 'job', 'job', 'test', sha256('')
          from ticket t, generate_series(1, 2600) where t.key = $1 returning organization_id, occurred_at, id)
        insert into platform.event_unsealed (organization_id, occurred_at, event_id) select organization_id, occurred_at, id from made
        """, ticket);

    /// <summary>Goes on as a node does, until nothing is left.</summary>
    async Task CatchUp()
    {
        while (await Behind(house.Larkspur) > 0)
        {
            try
            {
                await house.App.Services.GetRequiredService<FollowerRunner>().CatchUp(Stop);
            }
            catch (Exception e) when (IsOfAKill(e))
            {
                // The connection was killed: the next round finds what is left.
            }
        }
    }

    static bool IsOfAKill(Exception e) =>
        e is NpgsqlException or InvalidOperationException or IOException or Microsoft.EntityFrameworkCore.DbUpdateException
        || (e is AggregateException several && several.InnerExceptions.All(IsOfAKill));

    /// <summary>Ends whatever the server's role has open, as a machine that dies does.</summary>
    async Task Kill(CancellationToken over)
    {
        for (var i = 0; i < 40 && !over.IsCancellationRequested; i++)
        {
            await house.Sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'helios_server' and xact_start is not null");
            await Task.Yield();
        }
    }
}
