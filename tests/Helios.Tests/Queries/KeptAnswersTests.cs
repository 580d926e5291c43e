using Helios.Kernel.Commands;
using Helios.Kernel.Events;
using Helios.Kernel.Live;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Queries;

public sealed class KeptAnswersTests(GadgetHouse house) : IClassFixture<GadgetHouse>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_is_kept_until_something_happens_in_its_organization_on_whatever_node()
    {
        await using var node = house.NewNode();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var listening = await Listen(node, end.Token);
        var me = house.As(Roles.Owner);
        var before = await Count(node, me);

        await Behind("kept-a");
        Assert.Equal(before, await Count(node, me));

        await Run(node, "kept-b");
        Assert.Equal(before + 2, await Count(node, me));

        await Behind("kept-c");
        Assert.Equal(before + 2, await Count(node, me));
        using var heard = node.GetRequiredService<LiveHub>().Follow(house.Larkspur.Id);
        (await house.Do(new AddGadget("kept-d"), me)).Expect();
        await house.Services.GetRequiredService<Sealer>().SealAll(end.Token);
        await heard.Next(end.Token);
        Assert.Equal(before + 4, await Count(node, me));

        await end.CancelAsync();
        await listening;
    }

    [Fact]
    public async Task Nobody_gets_the_answer_of_somebody_else_or_of_another_organization()
    {
        await using var node = house.NewNode();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var listening = await Listen(node, end.Token);
        var before = await Count(node, house.As(Roles.Owner));
        await Behind("kept-e");
        Assert.Equal(before + 1, await Count(node, house.As(Roles.Owner)));
        Assert.Equal(0, await Count(node, house.As(Roles.Owner, house.Aster)));
        await end.CancelAsync();
        await listening;
    }

    [Fact]
    public async Task Nothing_is_kept_while_other_nodes_cannot_be_heard()
    {
        await using var node = house.NewNode();
        var me = house.As(Roles.Owner);
        var before = await Count(node, me);
        await Behind("kept-f");
        Assert.Equal(before + 1, await Count(node, me));
    }

    static async Task<Task> Listen(IServiceProvider node, CancellationToken stop)
    {
        var hub = node.GetRequiredService<LiveHub>();
        // Whoever follows before it listens is told when it does.
        Task work;
        using (var follower = hub.Follow(Guid.CreateVersion7()))
        {
            work = hub.Run(stop);
            await follower.Next(stop);
        }

        return work;
    }

    static async Task<int> Count(IServiceProvider node, Scope scope) =>
        (await node.GetRequiredService<QueryPipeline>().Ask(new CountGadgets(), scope, Stop)).Expect().Count;

    async Task Run(IServiceProvider node, string name) =>
        (await node.GetRequiredService<CommandPipeline>().Run(new AddGadget(name), house.As(Roles.Owner), stop: Stop)).Expect();

    /// <summary>A gadget that comes past every node, as an operator's SQL does.</summary>
    Task Behind(string name) => house.Sql(
        """
        insert into gadget (organization_id, id, key, staff_readable, version, created_at, updated_at, name)
        values ($1, gen_random_uuid(), 'G-' || 100000 + abs(hashtext($2)) % 800000, true, 1, now(), now(), $2)
        """,
        house.Larkspur.Id,
        name);
}
