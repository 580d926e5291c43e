using System.Collections.Concurrent;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Events;

public sealed class SealerTests(GadgetHouse house) : IClassFixture<GadgetHouse>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    Sealer Sealer => house.Services.GetRequiredService<Sealer>();

    ChainVerifier Verifier => house.Services.GetRequiredService<ChainVerifier>();

    [Fact]
    public async Task Sealed_events_form_a_whole_chain_for_each_organization()
    {
        for (var i = 0; i < 5; i++)
        {
            (await house.Do(new AddGadget($"chained {i}"), house.As(Roles.Owner))).Expect();
            (await house.Do(new AddGadget($"chained {i}"), house.As(Roles.Owner, house.Aster))).Expect();
        }

        await Sealer.SealAll(Stop);

        var report = await Verifier.Verify(null, Stop);
        Assert.True(report.IsWhole, report.Broken?.Wrong);
        Assert.Equal(2, report.Organizations);
        Assert.Equal(await house.One<long>("select count(*) from event"), report.Events);
        Assert.Equal(0L, await house.One<long>("select count(*) from platform.event_unsealed"));
    }

    [Fact]
    public async Task An_event_that_was_removed_before_its_seal_is_named()
    {
        // The chain ends with this one again afterwards, whichever test came first.
        (await house.Do(new AddGadget("before gone"), house.As(Roles.Owner, house.Aster))).Expect();
        await Sealer.SealAll(Stop);
        var added = (await house.Do(new AddGadget("gone"), house.As(Roles.Owner, house.Aster))).Expect();
        var event_ = await house.One<Guid>("select id from event where entity_id = $1", added.Id);
        await house.Sql("create table kept as select * from event where id = $1", event_);
        await house.Sql("delete from event where id = $1", event_);

        await Sealer.SealAll(Stop);

        var report = await Verifier.Verify("aster", Stop);
        Assert.Equal(event_, report.Broken?.EventId);
        await house.Sql("delete from event_seal where event_id = $1", event_);
        await house.Sql("update seal_head set (seq, hash) = (select seq, hash from event_seal s where s.organization_id = seal_head.organization_id order by seq desc limit 1) where organization_id = $1", house.Aster.Id);
        await house.Sql("insert into platform.event_unsealed (organization_id, occurred_at, event_id) select organization_id, occurred_at, id from kept");
        await house.Sql("insert into event select * from kept");
        await Sealer.SealAll(Stop);
        Assert.True((await Verifier.Verify("aster", Stop)).IsWhole);
    }

    [Fact]
    public async Task Sixteen_writers_and_two_sealing_nodes_lose_nothing_and_keep_each_rows_order()
    {
        await using var otherNode = house.NewNode();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var nodes = new[] { Sealer.Run(end.Token), otherNode.GetRequiredService<Sealer>().Run(end.Token) };
        var gadgets = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i => (await house.Do(new AddGadget($"hot {i}"), house.As(Roles.Owner))).Expect()));

        var written = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            for (var i = 0; i < 12; i++)
            {
                var name = $"hot {writer}-{i}";
                (await house.Do(new RenameGadget(new EntityRef<Gadget>(gadgets[(writer + i) % 4].Key), name), house.As(Roles.Owner))).Expect();
                written.Add(name);
            }
        }));
        await Eventually.Holds(async () => await house.One<long>("select count(*) from platform.event_unsealed") == 0);
        await end.CancelAsync();
        await Task.WhenAll(nodes);

        var report = await Verifier.Verify("larkspur", Stop);
        Assert.True(report.IsWhole, report.Broken?.Wrong);
        Assert.Equal(192, written.Count);
        Assert.Equal(192L, await house.One<long>("select count(*) from event e join event_seal s on s.event_id = e.id where e.action = 'GadgetRenamed'"));
        // Each rename tells the name before it: along the chain, old is always the new of the event before.
        var outOfOrder = await house.One<long>(
            """
            select count(*) from (
              select body::jsonb #>> '{changes,0,old}' as old,
                     lag(body::jsonb #>> '{changes,0,new}') over (partition by e.entity_id order by s.seq) as before
              from event e join event_seal s on s.event_id = e.id join event_detail d on d.event_id = e.id
              where e.action = 'GadgetRenamed') t
            where before is not null and old <> before
            """);
        Assert.Equal(0L, outOfOrder);
    }

    [Fact]
    public async Task More_than_one_batch_is_sealed_in_order()
    {
        await house.Sql(
            """
            with made as (
              insert into event (organization_id, occurred_at, id, action, kind, entity_id, key, audience, actor_kind, door, request_id, detail_digest)
              select $1, now(), uuidv7(), 'Counted', 'gadget', uuidv7(), 'G-' || i, 'internal', 'job', 'job', 'test', sha256('')
              from generate_series(1, 2500) i returning organization_id, occurred_at, id, key)
            insert into platform.event_unsealed (organization_id, occurred_at, event_id)
            select organization_id, occurred_at, id from made order by substr(key, 3)::int
            """, house.Aster.Id);

        Assert.True(await Sealer.SealAll(Stop) >= 2500);

        Assert.Equal(0L, await house.One<long>(
            "select count(*) from (select substr(key, 3)::int - lag(substr(key, 3)::int) over (order by seq) as step from event_seal s join event e on e.id = s.event_id where action = 'Counted') t where step <> 1"));
        Assert.True((await Verifier.Verify("aster", Stop)).IsWhole);
    }
}
