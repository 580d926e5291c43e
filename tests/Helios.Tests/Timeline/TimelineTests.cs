using Helios.Core.Comments.Commands;
using Helios.Core.Links.Commands;
using Helios.Core.Tags.Commands;
using Helios.Core.Timeline;
using Helios.Core.Timeline.Queries;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Xunit;

namespace Helios.Tests.Timeline;

public sealed class TimelineTests(EverywhereHouse house) : IClassFixture<EverywhereHouse>
{
    [Fact]
    public async Task It_tells_what_happened_in_words_the_newest_first()
    {
        var (gadget, other) = (await house.Gadget("Told"), await house.Gadget("Told too"));
        (await house.Do(new RenameGadget(new EntityRef<Gadget>(gadget.Text), "Retold"), Staff, new CommandOptions { ExpectedVersion = 1, Why = "a better name" })).Expect();
        (await house.Do(new AddTag(Again(gadget), "Story"), Staff)).Expect();
        (await house.Do(new AddLink(Again(gadget), Again(other)), Staff)).Expect();
        (await house.Do(new AddComment(Again(gadget), "psst", Audience.Internal), Staff)).Expect();
        (await house.Do(new AddComment(Again(gadget), "hello", Audience.Requester), Staff)).Expect();
        var items = await Items(gadget, Staff);
        Assert.Equal(
            ["commented", "added an internal note", "linked this to Told too", "added the tag story", "changed name from Told to Retold", "added the gadget"],
            items.Select(item => item.Text));
        Assert.Equal(("Robin Lane", "rest", "a better name"), (items[4].Who, items[4].Door, items[4].Why));
        Assert.Equal("linked this to Retold", (await Items(other, Staff))[0].Text);
    }

    [Fact]
    public async Task A_reference_has_a_name_and_a_page()
    {
        var (gadget, other) = (await house.Gadget("Pointing"), await house.Gadget("Pointed at"));
        (await house.Do(new AddLink(Again(gadget), Again(other)), Staff)).Expect();
        var value = (await Items(gadget, Staff))[0].Changes.Single(change => string.Equals(change.Field, "link.toId", StringComparison.Ordinal)).New!;
        Assert.Equal("Pointed at", value.Text);
        Assert.Equal($"/larkspur/gadgets/{value.Key}", value.Href);
    }

    [Fact]
    public async Task A_narrow_reader_reads_what_is_for_him_and_only_declared_fields()
    {
        var me = Guid.CreateVersion7();
        var (mine, theirs) = (await house.Gadget("Narrow", me), await house.Gadget("Hidden friend"));
        (await house.Do(new AddComment(Again(mine), "not for you", Audience.Internal), Staff)).Expect();
        (await house.Do(new AddComment(Again(mine), "for you", Audience.Requester), Staff)).Expect();
        (await house.Do(new AddTag(Again(mine), "Difficult"), Staff)).Expect();
        (await house.Do(new AddLink(Again(mine), Again(theirs)), Staff)).Expect();
        var items = await Items(mine, house.As(Roles.User, me));
        Assert.Equal(["CommentAdded", "GadgetAdded"], items.Select(item => item.Action));
        Assert.Equal(["comment.body"], items.SelectMany(item => item.Changes).Select(change => change.Field));
        Assert.Equal(ProblemKind.NotFound, (await house.Ask(new GetTimeline(Again(theirs)), house.As(Roles.User, me))).Problem?.Kind);
    }

    [Fact]
    public async Task A_secret_is_never_told()
    {
        var made = (await house.Do(new AddGadget("Secretive", Code: "4711-open-sesame"), Staff)).Expect();
        var items = await Items(new EntityRef<Entity>(made.Key), Staff);
        Assert.Equal("•••", items[0].Changes.Single(change => string.Equals(change.Field, "code", StringComparison.Ordinal)).New?.Text);
    }

    [Fact]
    public async Task An_erased_detail_leaves_the_fact()
    {
        var gadget = await house.Gadget("Erased");
        await house.Sql("delete from event_detail d using event e where e.id = d.event_id and e.entity_id = $1", Guid.Parse(gadget.Text));
        var item = Assert.Single(await Items(gadget, Staff));
        Assert.Equal(("Somebody", "added the gadget"), (item.Who, item.Text));
    }

    [Fact]
    public async Task It_comes_in_pages_without_a_gap()
    {
        var gadget = await house.Gadget("Paged");
        for (var i = 0; i < 4; i++)
            (await house.Do(new AddTag(Again(gadget), $"page {i}"), Staff)).Expect();
        List<string> told = [];
        string? after = null;
        do
        {
            var page = (await house.Ask(new GetTimeline(Again(gadget), after, 2), Staff)).Expect();
            told.AddRange(page.Items.Select(item => item.Text));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(["added the tag page 3", "added the tag page 2", "added the tag page 1", "added the tag page 0", "added the gadget"], told);
    }

    [Fact]
    public async Task Another_organization_reads_nothing() =>
        Assert.Equal(
            ProblemKind.NotFound,
            (await house.Ask(new GetTimeline(await house.Gadget("Elsewhere")), house.As(Roles.ItStaff, organization: house.Aster))).Problem?.Kind);

    Scope Staff => house.As(Roles.ItStaff);

    static EntityRef<Entity> Again(EntityRef<Entity> reference) => new(reference.Text);

    async Task<IReadOnlyList<TimelineItem>> Items(EntityRef<Entity> entity, Scope scope) => (await house.Ask(new GetTimeline(Again(entity)), scope)).Expect().Items;
}
