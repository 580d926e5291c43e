using Helios.Kernel.Commands;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Xunit;

namespace Helios.Tests.Commands;

/// <summary>Portions of records, two at a time: all of them, each told once, and nothing lost where they meet.</summary>
public sealed class CommandLanesTests(GadgetHouse house) : IClassFixture<GadgetHouse>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    Scope Owner => house.As(Roles.Owner);

    [Fact]
    public async Task Every_portion_is_done_and_told_one_after_the_other()
    {
        using var lanes = new CommandLanes(house.Commands, Owner);
        var (told, telling) = (0, 0);

        var isWhole = await lanes.ForEach(Names("fan", 40).Chunk(3), Add, async some =>
        {
            Assert.Equal(1, Interlocked.Increment(ref telling));
            await Task.Yield();
            told += some;
            Interlocked.Decrement(ref telling);
            return true;
        }, Stop);

        Assert.True(isWhole);
        Assert.Equal(40, told);
        Assert.Equal(40L, await Count("fan"));
    }

    [Fact]
    public async Task Whoever_hears_of_a_portion_can_end_the_work()
    {
        using var lanes = new CommandLanes(house.Commands, Owner);

        Assert.False(await lanes.ForEach(Names("sieve", 40).Chunk(2), Add, _ => Task.FromResult(false), Stop));

        // Each lane may have been in the middle of one.
        Assert.InRange(await Count("sieve"), 2, 4);
    }

    [Fact]
    public async Task A_fault_of_one_lane_ends_the_other_and_is_the_one_that_is_told()
    {
        using var lanes = new CommandLanes(house.Commands, Owner);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => lanes.ForEach(Names("kite", 40).Chunk(2), async (series, names) =>
        {
            await Add(series, names);
            if (names.Contains("kite 3"))
                throw new InvalidOperationException("The string broke.");
        }, _ => Task.FromResult(true), Stop));

        Assert.Equal("The string broke.", fault.Message);
        Assert.Equal(0L, await house.One<long>("select count(*) from gadget where name in ('kite 3', 'kite 4')"));
    }

    [Fact]
    public async Task Two_that_wait_for_each_other_are_both_done()
    {
        var one = (await house.Do(new AddGadget("anvil"), Owner)).Expect();
        var other = (await house.Do(new AddGadget("bellows"), Owner)).Expect();
        using var lanes = new CommandLanes(house.Commands, Owner);
        var first = new TaskCompletionSource[] { new(), new() };

        await lanes.ForEach([[0], [1]], async (CommandSeries series, int[] portion) =>
        {
            var order = portion[0] == 0 ? new[] { one.Key, other.Key } : [other.Key, one.Key];
            Assert.Null(await house.Do(series, new NoteGadget(new(order[0]), "It rings.")));
            // Both hold their first one before either wants its second.
            first[portion[0]].TrySetResult();
            await Task.WhenAll(first.Select(met => met.Task)).WaitAsync(Stop);
            Assert.Null(await house.Do(series, new NoteGadget(new(order[1]), "It rings.")));
        }, _ => Task.FromResult(true), Stop);

        Assert.Equal(2L, await house.One<long>("select count(*) from gadget where id = any($1) and version = 3", new[] { one.Id, other.Id }));
        Assert.Equal(4L, await house.One<long>("select count(*) from gadget_note where entity_id = any($1)", new[] { one.Id, other.Id }));
    }

    static IEnumerable<string> Names(string name, int count) => Enumerable.Range(1, count).Select(number => $"{name} {number}");

    Task<long> Count(string name) => house.One<long>("select count(*) from gadget where name like $1", name + " %");

    async Task Add(CommandSeries series, string[] names)
    {
        foreach (var name in names)
            Assert.Null(await house.Do(series, new AddGadget(name)));
    }
}
