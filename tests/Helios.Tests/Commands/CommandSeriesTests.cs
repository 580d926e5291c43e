using Helios.Kernel.Commands;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Commands;

/// <summary>Work on many records that shares a commit: swift while nothing is refused, and right where something is.</summary>
public sealed class CommandSeriesTests(GadgetHouse house) : IClassFixture<GadgetHouse>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    Scope Owner => house.As(Roles.Owner);

    [Fact]
    public async Task What_is_not_refused_is_done_once_and_each_command_stands_on_the_one_before()
    {
        var one = await Added("abacus");
        var other = await Added("astrolabe");
        var calls = 0;

        await Together(async series =>
        {
            calls++;
            Assert.True(series.IsSwift);
            await series.Lock(house.Registry.Kind<Gadget>(), [one.Id, other.Id], Stop);
            Assert.Null(await house.Do(series, new RenameGadget(new(one.Id.ToString()), "abacus II")));
            Assert.Null(await house.Do(series, new NoteGadget(new(one.Key), "It counts.")));
            Assert.Null(await house.Do(series, new RenameGadget(new(other.Key), "astrolabe II")));
            Assert.Null(await house.Do(series, new RenameGadget(new(one.Key), "abacus III")));
        });

        Assert.Equal(1, calls);
        Assert.Equal(("abacus III", 4L), (await house.One<string>("select name from gadget where id = $1", one.Id), await house.One<long>("select version from gadget where id = $1", one.Id)));
        Assert.Equal("abacus III", await house.One<string>("select title from entity where id = $1", one.Id));
        Assert.Equal(2L, await house.One<long>("select version from gadget where id = $1", other.Id));
        Assert.Equal(4L, await house.One<long>("select count(*) from event where entity_id = $1", one.Id));
    }

    [Fact]
    public async Task One_that_is_refused_leaves_nothing_and_the_others_stand()
    {
        var one = await Added("barometer");
        List<bool> swift = [];
        List<string?> refusals = [];

        await Together(async series =>
        {
            swift.Add(series.IsSwift);
            refusals.Clear();
            refusals.Add((await house.Do(series, new RenameGadget(new(one.Key), "barometer II")))?.Code);
            refusals.Add((await house.Do(series, new AddGadget("refused")))?.Code);
            refusals.Add((await house.Do(series, new AddGadget("barometer II")))?.Code);
            refusals.Add((await house.Do(series, new AddGadget("barograph")))?.Code);
        });

        Assert.Equal([true, false], swift);
        Assert.Equal([null, "gadgets.name.refused", "gadgets.add.taken", null], refusals);
        Assert.Equal(["barograph", "barometer II"], (await house.One<string[]>("select array_agg(name order by name) from gadget where name like 'baro%'"))!);
        Assert.Equal(2L, await house.One<long>("select version from gadget where id = $1", one.Id));
        Assert.Equal(3L, await house.One<long>("select count(*) from event e join gadget g on g.id = e.entity_id where g.name like 'baro%'"));
    }

    [Fact]
    public async Task What_a_command_removed_is_not_found_by_the_next_one()
    {
        var one = await Added("compass");
        var run = await house.One<Guid>("select run_id from event where entity_id = $1", one.Id);
        Problem? late = null;

        await Together(async series =>
        {
            await series.Lock(house.Registry.Kind<Gadget>(), [one.Id], Stop);
            Assert.Null(await house.Do(series, new TakeBackGadget(run.ToString())));
            late = await house.Do(series, new RenameGadget(new(one.Key), "compass II"));
        });

        Assert.Equal(ProblemKind.NotFound, late!.Kind);
        Assert.Equal(0L, await house.One<long>("select count(*) from gadget where id = $1", one.Id));
    }

    [Fact]
    public async Task What_others_changed_meanwhile_is_not_overwritten()
    {
        var one = await Added("dynamo");

        await Together(async series =>
        {
            if (series.IsSwift)
            {
                // Read without a lock, as a mere reference is; then somebody else is faster.
                Assert.NotNull(await house.Registry.Kind<Gadget>().Find(series.Db, Owner.Actor, one.Key, forUpdate: false, Stop));
                (await house.Do(new NoteGadget(new(one.Key), "It hums."), Owner)).Expect();
            }

            Assert.Null(await house.Do(series, new RenameGadget(new(one.Key), "dynamo II")));
        });

        Assert.Equal(3L, await house.One<long>("select version from gadget where id = $1", one.Id));
    }

    [Fact]
    public async Task New_rows_are_written_together_the_same_as_one_by_one_and_are_found_by_whoever_asks()
    {
        string[] names = ["ez \"quoted\" \\x41 {a,b}", "ez  tab\tline\nend ", "ez Łódź 漢字 🔭 e\u0301", "ez null"];
        var reader = Guid.CreateVersion7();
        foreach (var name in names)
            (await house.Do(new AddGadget($"{name} alone", reader, "c-1"), Owner)).Expect();
        List<int> found = [];
        await Together(async series =>
        {
            Assert.True(series.IsSwift);
            foreach (var name in names)
            {
                Assert.Null(await house.Do(series, new AddGadget($"{name} between", reader, "c-1")));
                found.Add(await series.Db.Set<Gadget>().CountAsync(gadget => gadget.Name.StartsWith("ez") && gadget.Name.EndsWith(" between"), Stop));
            }

            Assert.Null(await house.Do(series, new AddGadget("ez without anything between")));
        });
        // Nobody asks here, so all of them go together.
        await Together(async series =>
        {
            Assert.True(series.IsSwift);
            foreach (var name in names)
                Assert.Null(await house.Do(series, new AddGadget($"{name} among", reader, "c-1")));

            Assert.Null(await house.Do(series, new AddGadget("ez without anything among")));
        });
        (await house.Do(new AddGadget("ez without anything alone"), Owner)).Expect();

        Assert.Equal([1, 2, 3, 4], found);
        Assert.Equal(5L, await house.One<long>("select count(*) from gadget where name like 'ez% among'"));
        Assert.Equal(await Pictures("alone"), await Pictures("among"));
        Assert.Equal(await Pictures("alone"), await Pictures("between"));
        await house.Services.GetRequiredService<Sealer>().SealAll(Stop);
        Assert.True((await house.Services.GetRequiredService<ChainVerifier>().Verify("larkspur", Stop)).IsWhole);
        Assert.Equal(
            await house.One<string>("select string_agg(name, ', ' order by number) from gadget where name like 'ez% among'"),
            await house.One<string>("select string_agg(g.name, ', ' order by s.seq) from gadget g join event e on e.entity_id = g.id join event_seal s on s.event_id = e.id where g.name like 'ez% among'"));

        // Every column of every table that a new gadget stands in, but for what is another one each time.
        Task<string?> Pictures(string end) => house.One<string>(
            $$"""
            select replace(string_agg(picture::text, E'\n' order by g.name collate "C"), ' {{end}}', '')
            from gadget g join entity t using (organization_id, id) join entity_search s using (organization_id, id)
              join event e on e.entity_id = g.id join event_detail d on d.event_id = e.id,
            lateral (select array_agg(token order by token) as tokens from entity_reader r where r.id = g.id) r,
            jsonb_build_array(to_jsonb(g) - $1, to_jsonb(t) - $1, ts_delete(s.staff, '{{end}}'), ts_delete(s.public, '{{end}}'), r.tokens, to_jsonb(e) - $1, to_jsonb(d) - $1, replace(d.body, g.key, 'key')) picture
            where g.name like 'ez% {{end}}'
            """,
            (object)new[] { "id", "key", "number", "created_at", "updated_at", "occurred_at", "entity_id", "event_id", "account_id", "run_id", "detail_digest", "salt", "body" });
    }

    [Fact]
    public async Task Of_new_rows_that_clash_only_the_later_one_is_refused()
    {
        List<bool> swift = [];
        List<string?> refusals = [];

        await Together(async series =>
        {
            swift.Add(series.IsSwift);
            refusals.Clear();
            foreach (var name in new[] { "fathometer", "fathometer", "fathometer II" })
                refusals.Add((await house.Do(series, new AddGadget(name)))?.Code);
        });

        Assert.Equal([true, false], swift);
        Assert.Equal([null, "gadgets.add.taken", null], refusals);
        Assert.Equal(2L, await house.One<long>("select count(*) from gadget where name like 'fathometer%'"));
    }

    async Task Together(Func<CommandSeries, Task> work)
    {
        using var lanes = new CommandLanes(house.Commands, Owner);
        await lanes.Do(work, Stop);
    }

    async Task<AddGadget.Result> Added(string name) => (await house.Do(new AddGadget(name), Owner)).Expect();
}
