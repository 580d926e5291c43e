using System.Diagnostics;
using Helios.Core.Links.Commands;
using Helios.Core.Links.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Links;

public sealed class LinkGraphTests(EverywhereHouse house) : IClassFixture<EverywhereHouse>
{
    [Fact]
    public async Task It_shows_two_steps_each_entity_once_and_what_crosses()
    {
        var (middle, left, right) = (await house.Gadget("Middle"), await house.Gadget("Left"), await house.Gadget("Right"));
        var (shared, far) = (await house.Gadget("Shared"), await house.Gadget("Three steps away"));
        await Link(middle, left, "uses");
        await Link(middle, right, "-depends_on");
        await Link(left, shared, "contains");
        await Link(right, shared, "uses");
        await Link(shared, far, "uses");
        var graph = await Graph(middle, Staff);
        Assert.Equal([("is needed by", "Right", 1), ("uses", "Shared", 2), ("uses", "Left", 1)], graph.Nodes.Select(node => (node.Wording, node.Entity.Title, node.Step)));
        var edge = Assert.Single(graph.Edges);
        Assert.Equal(("contains", "Left", "Shared"), (edge.Wording, Title(graph, edge.From), Title(graph, edge.To)));
        Assert.Equal(2, graph.Links);
    }

    [Fact]
    public async Task Readers_are_respected_at_each_step()
    {
        var me = Guid.CreateVersion7();
        var (mine, hidden, behind, seen, beside) = (await house.Gadget("Mine", me), await house.Gadget("Hidden"), await house.Gadget("Mine behind hidden", me), await house.Gadget("Seen", me), await house.Gadget("Hidden beside"));
        await Link(mine, hidden, "uses");
        await Link(hidden, behind, "uses");
        await Link(mine, seen, "uses");
        await Link(seen, beside, "uses");
        var narrow = await Graph(mine, house.As(Roles.User, me));
        Assert.Equal(["Seen"], narrow.Nodes.Select(node => node.Entity.Title));
        Assert.Equal(1, narrow.Links);
        Assert.False(narrow.Nodes[0].HasMore);
        Assert.Equal(4, (await Graph(mine, Staff)).Nodes.Count);
    }

    [Fact]
    public async Task A_link_that_has_ended_is_not_in_the_picture()
    {
        var (one, other) = (await house.Gadget("Past one"), await house.Gadget("Past other"));
        (await house.Do(new AddLink(one, other, Until: new DateOnly(2020, 1, 1)), Staff)).Expect();
        Assert.Empty((await Graph(one, Staff)).Nodes);
    }

    /// <summary>Ten thousand rows go in by SQL, since their commands would take a minute.</summary>
    [Fact]
    public async Task A_hub_of_ten_thousand_links_is_bounded_counts_no_further_than_a_thousand_and_sends_few_messages()
    {
        var hub = await house.Gadget("Hub");
        await house.Sql(
            """
            with made as (
              insert into entity (organization_id, id, kind, key, title, staff_readable, archived, updated_at)
              select $1, uuidv7(), 'gadget', 'HUB-' || i, 'Spoke ' || i, true, false, now() from generate_series(1, 10000) i returning id)
            insert into link (organization_id, id, from_id, to_id, relation, created_at)
            select $1, uuidv7(), case when row_number() over () % 2 = 0 then id else $2 end, case when row_number() over () % 2 = 0 then $2 else id end, 'uses', now() from made
            """, house.Larkspur.Id, Guid.Parse(hub.Text));
        await house.Sql("analyze link");
        await house.Sql("analyze entity");
        await Graph(hub, Staff);
        var (graph, messages) = await Counted(() => Graph(hub, Staff));
        Assert.Equal((15, 1000), (graph.Nodes.Count, graph.Links));
        Assert.InRange(messages, 1, 6);
        var watch = Stopwatch.StartNew();
        await Graph(hub, Staff);
        TestContext.Current.SendDiagnosticMessage($"Graph of a hub with 10,000 links: {watch.ElapsedMilliseconds} ms");
    }

    Scope Staff => house.As(Roles.ItStaff);

    static string Title(GetLinkGraph.Result graph, Guid id) => graph.Nodes.Single(node => node.Entity.Id == id).Entity.Title;

    static async Task<(GetLinkGraph.Result Graph, int Messages)> Counted(Func<Task<GetLinkGraph.Result>> ask)
    {
        using var count = new StatementCount();
        GetLinkGraph.Result? graph = null;
        var messages = await count.Of(async () => graph = await ask());
        return (graph!, messages);
    }

    async Task Link(EntityRef<Entity> one, EntityRef<Entity> other, string relation) =>
        (await house.Do(new AddLink(new(one.Text), new(other.Text), relation), Staff)).Expect();

    async Task<GetLinkGraph.Result> Graph(EntityRef<Entity> entity, Scope scope) => (await house.Ask(new GetLinkGraph(new(entity.Text)), scope)).Expect();
}
