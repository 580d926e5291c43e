using Helios.Core.Comments.Commands;
using Helios.Core.Comments.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Comments;

public sealed class CommentTests(EverywhereHouse house) : IClassFixture<EverywhereHouse>
{
    [Fact]
    public async Task A_requester_reads_replies_and_not_notes()
    {
        var me = Guid.CreateVersion7();
        var gadget = await house.Gadget("Discussed", me);
        (await house.Do(new AddComment(gadget, "for **us**", Audience.Internal), house.As(Roles.ItStaff))).Expect();
        (await house.Do(new AddComment(Again(gadget), "for you", Audience.Requester), house.As(Roles.ItStaff))).Expect();
        (await house.Do(new AddComment(Again(gadget), "thank you", Audience.Requester), house.As(Roles.User, me))).Expect();
        var mine = (await house.Ask(new ListComments(Again(gadget)), house.As(Roles.User, me))).Expect().Items;
        var all = (await house.Ask(new ListComments(Again(gadget)), house.As(Roles.ItStaff))).Expect().Items;
        Assert.Equal(["thank you", "for you"], mine.Select(comment => comment.Body));
        Assert.Equal(3, all.Count);
        Assert.Equal("<p>for <strong>us</strong></p>", all[2].Html.Trim());
        Assert.Equal(("Robin Lane", me), (all[0].AuthorName, all[0].UserId));
    }

    [Fact]
    public async Task A_requester_writes_no_note_and_nothing_where_he_sees_nothing()
    {
        var me = Guid.CreateVersion7();
        var (mine, theirs) = (await house.Gadget("Note mine", me), await house.Gadget("Note theirs"));
        Assert.Equal("audience", (await house.Do(new AddComment(mine, "psst", Audience.Internal), house.As(Roles.User, me))).Problem?.Fields[0].Field);
        Assert.Equal(ProblemKind.NotFound, (await house.Do(new AddComment(theirs, "hello", Audience.Requester), house.As(Roles.User, me))).Problem?.Kind);
        Assert.Equal(0, await house.One<long>("select count(*) from comment where body in ('psst', 'hello')"));
    }

    [Fact]
    public async Task The_event_has_the_audience_of_the_comment()
    {
        var gadget = await house.Gadget("Audible");
        (await house.Do(new AddComment(gadget, "quiet", Audience.Internal), house.As(Roles.ItStaff))).Expect();
        Assert.Equal(Audience.Internal, await house.One<string>("select audience from event where action = 'CommentAdded' and entity_id = $1", Guid.Parse(gadget.Text)));
    }

    [Theory]
    [InlineData("", "internal", "body")]
    [InlineData("text", "everybody", "audience")]
    public async Task A_bad_comment_is_refused(string body, string audience, string field) =>
        Assert.Equal(field, (await house.Do(new AddComment(await house.Gadget($"Refusing {field}"), body, audience), house.As(Roles.ItStaff))).Problem?.Fields[0].Field);

    [Fact]
    public async Task The_longest_comment_fits_and_a_longer_one_is_refused()
    {
        var gadget = await house.Gadget("Long winded");
        (await house.Do(new AddComment(gadget, new string('é', 20_000), Audience.Internal), house.As(Roles.ItStaff))).Expect();
        Assert.Equal("body", (await house.Do(new AddComment(Again(gadget), new string('é', 20_001), Audience.Internal), house.As(Roles.ItStaff))).Problem?.Fields[0].Field);
    }

    [Fact]
    public async Task A_long_conversation_comes_in_pages()
    {
        var gadget = await house.Gadget("Talkative");
        for (var i = 0; i < 5; i++)
            (await house.Do(new AddComment(Again(gadget), $"number {i}", Audience.Requester), house.As(Roles.ItStaff))).Expect();
        List<string> read = [];
        string? after = null;
        do
        {
            var page = (await house.Ask(new ListComments(Again(gadget), after, 2), house.As(Roles.ItStaff))).Expect();
            read.AddRange(page.Items.Select(comment => comment.Body));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(["number 4", "number 3", "number 2", "number 1", "number 0"], read);
        Assert.Equal("after", (await house.Ask(new ListComments(Again(gadget), "bogus"), house.As(Roles.ItStaff))).Problem?.Fields[0].Field);
    }

    static EntityRef<Entity> Again(EntityRef<Entity> reference) => new(reference.Text);
}
