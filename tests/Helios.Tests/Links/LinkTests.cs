using Helios.Core.Links.Commands;
using Helios.Core.Links.Queries;
using Helios.Core.Links;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Links;

public sealed class LinkTests(EverywhereHouse house) : IClassFixture<EverywhereHouse>
{
    [Fact]
    public async Task A_link_is_seen_from_both_ends_and_told_in_both_timelines()
    {
        var (one, other) = (await house.Gadget("Link one"), await house.Gadget("Link other"));
        var made = (await house.Do(new AddLink(one, other, Note: "side by side"), Staff)).Expect();
        var forward = Assert.Single(await LinksOf(one));
        var backward = Assert.Single(await LinksOf(other));
        Assert.Equal((made.Id, "Link other", "related to", "side by side"), (forward.Id, forward.Other.Title, forward.Wording, forward.Note));
        Assert.Equal((made.Id, "Link one"), (backward.Id, backward.Other.Title));
        foreach (var end in new[] { one, other })
            Assert.Equal(1, await house.One<long>("select count(*) from event where action = 'LinkAdded' and entity_id = $1", Guid.Parse(end.Text)));
    }

    [Fact]
    public async Task The_same_pair_is_linked_once_whichever_end_asks()
    {
        var (one, other) = (await house.Gadget("Pair one"), await house.Gadget("Pair other"));
        (await house.Do(new AddLink(one, other), Staff)).Expect();
        var again = await house.Do(new AddLink(Again(other), Again(one)), Staff);
        Assert.Equal((ProblemKind.Conflict, "links.add.taken"), (again.Problem?.Kind, again.Problem?.Code));
    }

    [Fact]
    public async Task Nothing_is_linked_to_itself_or_by_an_unknown_relation()
    {
        var (one, other) = (await house.Gadget("Self"), await house.Gadget("Unself"));
        Assert.Equal("to", (await house.Do(new AddLink(one, Again(one)), Staff)).Problem?.Fields[0].Field);
        Assert.Equal("relation", (await house.Do(new AddLink(Again(one), other, "married_to"), Staff)).Problem?.Fields[0].Field);
    }

    [Fact]
    public async Task A_link_is_removed_by_its_id()
    {
        var (one, other) = (await house.Gadget("Gone one"), await house.Gadget("Gone other"));
        var made = (await house.Do(new AddLink(one, other), Staff)).Expect();
        (await house.Do(new RemoveLink(new RowRef<Link>(made.Id)), Staff)).Expect();
        Assert.Empty(await LinksOf(one));
        Assert.Equal(2, await house.One<long>("select count(*) from event where action = 'LinkRemoved' and entity_id in ($1, $2)", Guid.Parse(one.Text), Guid.Parse(other.Text)));
        Assert.Equal(ProblemKind.NotFound, (await house.Do(new RemoveLink(new RowRef<Link>(made.Id)), Staff)).Problem?.Kind);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task A_link_that_is_not_there_is_not_found(string text) =>
        Assert.Equal(ProblemKind.NotFound, (await house.Do(new RemoveLink(new RowRef<Link>(text)), Staff)).Problem?.Kind);

    [Fact]
    public async Task Another_organization_neither_sees_nor_removes_a_link()
    {
        var (one, other) = (await house.Gadget("Foreign one"), await house.Gadget("Foreign other"));
        var made = (await house.Do(new AddLink(one, other), Staff)).Expect();
        var stranger = house.As(Roles.ItStaff, organization: house.Aster);
        Assert.Equal(ProblemKind.NotFound, (await house.Ask(new ListLinks(Again(one)), stranger)).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await house.Do(new RemoveLink(new RowRef<Link>(made.Id)), stranger)).Problem?.Kind);
        Assert.Single(await LinksOf(one));
    }

    [Fact]
    public async Task A_narrow_reader_sees_only_links_to_what_he_may_see_and_makes_none()
    {
        var me = Guid.CreateVersion7();
        var (mine, alsoMine, theirs) = (await house.Gadget("Link mine", me), await house.Gadget("Link mine too", me), await house.Gadget("Link theirs"));
        (await house.Do(new AddLink(mine, alsoMine), Staff)).Expect();
        (await house.Do(new AddLink(Again(mine), theirs), Staff)).Expect();
        var narrow = house.As(Roles.User, me);
        Assert.Equal(["Link mine too"], (await house.Ask(new ListLinks(Again(mine)), narrow)).Expect().Items.Select(link => link.Other.Title));
        Assert.Equal(2, (await LinksOf(mine)).Count);
        Assert.Equal(ProblemKind.Forbidden, (await house.Do(new AddLink(Again(mine), Again(alsoMine)), narrow)).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await house.Ask(new ListLinks(Again(theirs)), narrow)).Problem?.Kind);
    }

    Scope Staff => house.As(Roles.ItStaff);

    /// <summary>A reference that no pipeline has resolved yet.</summary>
    static EntityRef<Entity> Again(EntityRef<Entity> reference) => new(reference.Text);

    async Task<IReadOnlyList<LinkView>> LinksOf(EntityRef<Entity> entity) => (await house.Ask(new ListLinks(Again(entity)), Staff)).Expect().Items;
}
