using Helios.Kernel.Data;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Data;

/// <summary>Numbers of keys, for many who want one at the same moment.</summary>
public sealed class KeyAllocatorTests(GadgetHouse house) : IClassFixture<GadgetHouse>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_nodes_in_a_hurry_give_no_number_twice_and_leave_only_what_they_took_ahead()
    {
        await using var other = house.NewNode();
        KeyAllocator[] nodes = [house.Services.GetRequiredService<KeyAllocator>(), other.GetRequiredService<KeyAllocator>()];

        var given = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(
            async () =>
            {
                List<int> mine = [];
                for (var n = 0; n < 250; n++)
                    mine.Add(await Next(nodes[worker % 2]));
                return mine;
            },
            Stop)));

        Assert.Equal(2_000, given.SelectMany(mine => mine).Distinct().Count());
        Assert.All(given, mine => Assert.Equal(mine.Order(), mine));
        var counter = await house.One<long>("select next from key_counter where organization_id = $1 and kind = 'gadget'", house.Larkspur.Id);
        Assert.InRange(counter, 2_001, 2_001 + (2 * 128));
    }

    async Task<int> Next(KeyAllocator node) =>
        int.Parse((await node.Next(house.Larkspur.Id, typeof(Gadget), Stop)).Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);
}
