using Helios.Core.Links;
using Helios.Core.Links.Commands;
using Helios.Core.Links.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
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
    public async Task An_organization_adds_relations_in_its_own_words_and_says_what_they_join()
    {
        var added = (await house.Do(new AddRelationType("trains", "is trained by", ["gadget"], ["gadget"]), Owner)).Expect();
        var foreign = (await house.Do(new AddRelationType("обучает", "обучается у"), Owner)).Expect();
        Assert.Equal("trains", added.Name);
        Assert.Matches("^relation_[0-9a-f]{12}$", foreign.Name);
        var (one, other) = (await house.Gadget("Trainer"), await house.Gadget("Trained"));
        (await house.Do(new AddLink(one, other, "-" + foreign.Name), Staff)).Expect();
        Assert.Equal([("обучается у", "Trained", true)], await Said(one));
        Assert.Equal("relations.wording.taken", (await house.Do(new AddRelationType("TRAINS", "Is trained by"), Owner)).Problem?.Code);
        Assert.Equal("toKinds", (await house.Do(new AddRelationType("feeds", "is fed by", null, ["dragon"]), Owner)).Problem?.Fields[0].Field);
        Assert.Equal(ProblemKind.Forbidden, (await house.Do(new AddRelationType("feeds"), Staff)).Problem?.Kind);

        (await house.Do(new ArchiveRelationType(new RowRef<RelationType>(foreign.Id)), Owner)).Expect();
        Assert.Equal("relation", (await house.Do(new AddLink(Again(other), await house.Gadget("Late"), foreign.Name), Staff)).Problem?.Fields[0].Field);
        Assert.Equal([("обучается у", "Trained", true)], await Said(one));
        Assert.DoesNotContain((await house.Ask(new ListRelations(), Staff)).Expect().Items, relation => relation.Name == foreign.Name);
        (await house.Do(new RestoreRelationType(new RowRef<RelationType>(foreign.Id)), Owner)).Expect();
        Assert.Contains((await house.Ask(new ListRelations("gadget"), Staff)).Expect().Items, relation => relation.Name == foreign.Name);
    }

    [Fact]
    public async Task A_relation_joins_only_the_kinds_that_it_is_for_and_wordings_change_on_links_that_stand()
    {
        var type = (await house.Do(new AddRelationType("covers", "is covered by"), Owner)).Expect();
        var (one, other) = (await house.Gadget("Cover"), await house.Gadget("Covered"));
        (await house.Do(new AddLink(one, other, "covers"), Staff)).Expect();
        (await house.Do(new UpdateRelationType(new RowRef<RelationType>(type.Id), new("insures"), new("is insured by"), default, default), Owner)).Expect();
        Assert.Equal([("insures", "Covered", false)], await Said(one));
        Assert.True(new Relation("x", "x", "y") { FromKinds = ["user"] }.Fits("user", "ticket"));
        Assert.False(new Relation("x", "x", "y") { FromKinds = ["user"] }.Fits("ticket", "user"));
        Assert.Equal(["ticket"], new Relation("x", "x", "y") { FromKinds = ["ticket"], ToKinds = ["user"] }.KindsFor("user", isReverse: true));
        Assert.Null(new Relation("x", "x", "y") { FromKinds = ["ticket"], ToKinds = ["user"] }.KindsFor("user", isReverse: false));
    }

    Scope Staff => house.As(Roles.ItStaff);

    Scope Owner => house.As(Roles.Owner);

    static EntityRef<Entity> Again(EntityRef<Entity> reference) => new(reference.Text);

    async Task<IEnumerable<(string, string, bool)>> Said(EntityRef<Entity> entity) =>
        (await house.Ask(new ListLinks(Again(entity)), Staff)).Expect().Items.Select(link => (link.Wording, link.Other.Title, link.IsReverse));
}
