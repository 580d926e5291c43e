using Helios.Kernel.Commands;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
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

    async Task Together(Func<CommandSeries, Task> work)
    {
        using var lanes = new CommandLanes(house.Commands, Owner);
        await lanes.Do(work, Stop);
    }

    async Task<AddGadget.Result> Added(string name) => (await house.Do(new AddGadget(name), Owner)).Expect();
}
