using Helios.Core.Tags.Commands;
using Helios.Core.Tags.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Tags;

public sealed class TagTests(EverywhereHouse house) : IClassFixture<EverywhereHouse>
{
    [Fact]
    public async Task A_tag_is_one_whatever_its_case_accents_and_spaces()
    {
        var (one, other) = (await house.Gadget("Tagged one"), await house.Gadget("Tagged other"));
        Assert.Equal("Café  au lait".Replace("  ", " ", StringComparison.Ordinal), (await house.Do(new AddTag(one, "Café  au lait"), Staff)).Expect().Name);
        var again = (await house.Do(new AddTag(other, " CAFE AU   LAIT "), Staff)).Expect();
        Assert.Equal(("cafe au lait", "Café au lait"), (again.Key, again.Name));
        Assert.Equal(1, await house.One<long>("select count(*) from tag where key = 'cafe au lait'"));
    }

    [Fact]
    public async Task Tagging_twice_is_tagging_once()
    {
        var gadget = await house.Gadget("Tagged twice");
        (await house.Do(new AddTag(gadget, "Twice"), Staff)).Expect();
        (await house.Do(new AddTag(gadget, "twice"), Staff)).Expect();
        Assert.Equal(["Twice"], await TagsOf(gadget));
        Assert.Equal(1, await house.One<long>("select count(*) from event where action = 'TagAdded' and entity_id = $1", Guid.Parse(gadget.Text)));
    }

    [Fact]
    public async Task A_tag_is_taken_off_and_stays_for_others()
    {
        var gadget = await house.Gadget("Tagged no more");
        (await house.Do(new AddTag(gadget, "Fleeting"), Staff)).Expect();
        (await house.Do(new RemoveTag(gadget, "FLEETING"), Staff)).Expect();
        Assert.Empty(await TagsOf(gadget));
        Assert.Equal(ProblemKind.NotFound, (await house.Do(new RemoveTag(gadget, "fleeting"), Staff)).Problem?.Kind);
        Assert.Equal(["Fleeting"], (await house.Ask(new ListTags("fleet"), Staff)).Expect().Items.Select(tag => tag.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u0301")]
    [InlineData("two\nlines")]
    [InlineData("A name that is longer than any tag should be")]
    public async Task A_bad_name_is_refused(string name) =>
        Assert.Equal("tag", (await house.Do(new AddTag(await house.Gadget($"Badly tagged {name.Length}"), name), Staff)).Problem?.Fields[0].Field);

    [Fact]
    public async Task Completion_goes_by_the_beginning_and_stays_in_the_organization()
    {
        var gadget = await house.Gadget("Tagged for completion");
        foreach (var tag in new[] { "Zebra", "Zebrafish", "Zoo" })
            (await house.Do(new AddTag(gadget, tag), Staff)).Expect();
        Assert.Equal(["Zebra", "Zebrafish"], (await house.Ask(new ListTags("zéb"), Staff)).Expect().Items.Select(tag => tag.Name));
        Assert.Empty((await house.Ask(new ListTags("z"), house.As(Roles.ItStaff, organization: house.Aster))).Expect().Items);
    }

    [Fact]
    public async Task A_user_does_not_tag() =>
        Assert.Equal(ProblemKind.Forbidden, (await house.Do(new AddTag(await house.Gadget("Untagged"), "x"), house.As(Roles.User, Guid.CreateVersion7()))).Problem?.Kind);

    Scope Staff => house.As(Roles.ItStaff);

    async Task<IEnumerable<string>> TagsOf(EntityRef<Entity> entity) =>
        (await house.Ask(new ListEntityTags(new EntityRef<Entity>(entity.Text)), Staff)).Expect().Items.Select(tag => tag.Name);
}
