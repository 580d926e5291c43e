using Helios.Core.Links;
using Helios.Core.Links.Commands;
using Helios.Core.Links.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Links;

public sealed class RelationTests(EverywhereHouse house) : IClassFixture<EverywhereHouse>
{
    [Fact]
    public async Task Each_end_says_its_own_name_of_the_relation_whichever_end_made_the_link()
    {
        var (printer, server, rack) = (await house.Gadget("Printer"), await house.Gadget("Server"), await house.Gadget("Rack"));
        (await house.Do(new AddLink(printer, server, "depends_on"), Staff)).Expect();
        (await house.Do(new AddLink(Again(server), rack, "-contains"), Staff)).Expect();
        Assert.Equal([("depends on", "Server", false)], await Said(printer));
        Assert.Equal([("is part of", "Rack", true), ("is needed by", "Printer", true)], await Said(server));
        Assert.Equal([("contains", "Server", false)], await Said(rack));
    }

    [Fact]
    public async Task What_has_ended_leaves_the_current_list_stays_in_the_history_and_may_begin_anew()
    {
        var (one, other) = (await house.Gadget("Ended one"), await house.Gadget("Ended other"));
        var made = (await house.Do(new AddLink(one, other, "uses", Since: new DateOnly(2026, 1, 5)), Staff)).Expect();
        (await house.Do(new EndLink(new RowRef<Link>(made.Id), new DateOnly(2026, 2, 1)), Staff)).Expect();
        Assert.Empty(await Said(one));
        var ended = Assert.Single((await house.Ask(new ListLinks(Again(one), Ended: true), Staff)).Expect().Items);
        Assert.Equal((new DateOnly(2026, 1, 5), new DateOnly(2026, 2, 1)), (ended.Since, ended.Until));
        Assert.Equal("links.end.ended", (await house.Do(new EndLink(new RowRef<Link>(made.Id)), Staff)).Problem?.Code);

        (await house.Do(new AddLink(Again(one), Again(other), "uses"), Staff)).Expect();
        Assert.Single(await Said(one));
        Assert.Equal("links.update.taken", (await house.Do(new UpdateLink(new RowRef<Link>(made.Id), default, default, new(null)), Staff)).Problem?.Code);
        foreach (var end in new[] { one, other })
            Assert.Equal(1, await house.One<long>("select count(*) from event where action = 'LinkEnded' and entity_id = $1", Guid.Parse(end.Text)));
    }

    [Fact]
    public async Task A_link_that_will_end_holds_until_that_day_and_none_ends_before_it_began()
    {
        var (one, other) = (await house.Gadget("Lease one"), await house.Gadget("Lease other"));
        var made = (await house.Do(new AddLink(one, other, Since: new DateOnly(2026, 1, 1), Until: new DateOnly(2999, 1, 1)), Staff)).Expect();
        Assert.Single(await Said(one));
        Assert.Equal("links.add.taken", (await house.Do(new AddLink(Again(other), Again(one)), Staff)).Problem?.Code);
        Assert.Equal("until", (await house.Do(new UpdateLink(new RowRef<Link>(made.Id), default, default, new(new DateOnly(2025, 1, 1))), Staff)).Problem?.Fields[0].Field);
        Assert.Equal("until", (await house.Do(new AddLink(Again(one), Again(other), "uses", Since: new DateOnly(2026, 1, 2), Until: new DateOnly(2026, 1, 1)), Staff)).Problem?.Fields[0].Field);
    }

    [Fact]
    public void A_relation_joins_only_the_kinds_that_it_is_for()
    {
        Assert.True(new Relation("x", "x", "y") { FromKinds = ["user"] }.Fits("user", "ticket"));
        Assert.False(new Relation("x", "x", "y") { FromKinds = ["user"] }.Fits("ticket", "user"));
        Assert.Equal(["ticket"], new Relation("x", "x", "y") { FromKinds = ["ticket"], ToKinds = ["user"] }.KindsFor("user", isReverse: true));
        Assert.Null(new Relation("x", "x", "y") { FromKinds = ["ticket"], ToKinds = ["user"] }.KindsFor("user", isReverse: false));
    }

    Scope Staff => house.As(Roles.ItStaff);

    static EntityRef<Entity> Again(EntityRef<Entity> reference) => new(reference.Text);

    async Task<IEnumerable<(string, string, bool)>> Said(EntityRef<Entity> entity) =>
        (await house.Ask(new ListLinks(Again(entity)), Staff)).Expect().Items.Select(link => (link.Wording, link.Other.Title, link.IsReverse));
}
