using Helios.Core.Attachments.Commands;
using Helios.Core.Attachments.Queries;
using Helios.Core.Comments.Commands;
using Helios.Core.Comments.Queries;
using Helios.Core.Search.Queries;
using Helios.Core.Timeline.Queries;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Files;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Tests.Files;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Attachments;

public sealed class AttachmentTests(EverywhereHouse house) : IClassFixture<EverywhereHouse>
{
    readonly Guid me = Guid.CreateVersion7();

    Scope Staff { get; } = house.As(Roles.ItStaff);

    Scope Requester => requester ??= house.As(Roles.User, me);

    Scope? requester;

    [Fact]
    public async Task A_picture_is_attached_with_its_type_and_size_by_its_content_and_is_an_upload_no_longer()
    {
        var gadget = await house.Gadget("Pictured");
        var upload = (await house.Send(Staff, "holiday.exe", Pictures.Png(640, 480))).Expect();
        var file = (await house.Do(new AttachFiles(gadget, [new RowRef<Upload>(upload.Id)]), Staff)).Expect().Items.Single();
        Assert.Equal(("holiday.exe", "image/png", 640, 480, 24L, Audience.Internal), (file.Name, file.MediaType, file.Width, file.Height, file.Size, file.Audience));
        Assert.Equal("Robin Lane", file.AuthorName);
        Assert.Equal(0, await house.One<long>("select count(*) from upload where id = $1", upload.Id));
        var again = await house.Do(new AttachFiles(Again(gadget), [new RowRef<Upload>(upload.Id)]), Staff);
        Assert.Equal("files", again.Problem?.Fields.Single().Field);
    }

    [Fact]
    public async Task A_requester_sees_what_is_meant_for_him_and_attaches_for_both()
    {
        var gadget = await house.Gadget("Shared", me);
        (await house.Do(new AttachFiles(gadget, [await house.File(Staff, "secret-plan.txt")]), Staff)).Expect();
        (await house.Do(new AttachFiles(Again(gadget), [await house.File(Staff, "manual.txt")], Audience.Requester), Staff)).Expect();
        var own = (await house.Do(new AttachFiles(Again(gadget), [await house.File(Requester, "screenshot.txt")]), Requester)).Expect().Items.Single();
        Assert.Equal(Audience.Requester, own.Audience);

        Assert.Equal(["screenshot.txt", "manual.txt"], (await house.Ask(new ListAttachments(Again(gadget)), Requester)).Expect().Items.Select(file => file.Name));
        var all = (await house.Ask(new ListAttachments(Again(gadget)), Staff)).Expect().Items;
        Assert.Equal(3, all.Count);
        var secret = new RowRef<Helios.Core.Attachments.Attachment>(all.Single(file => file.Name == "secret-plan.txt").Id);
        Assert.Equal(ProblemKind.NotFound, (await house.Ask(new GetAttachment(secret), Requester)).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await house.Ask(new GetAttachmentContent(secret), Requester)).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await house.Do(new RemoveAttachment(secret), Requester)).Problem?.Kind);
        var told = (await house.Ask(new GetTimeline(Again(gadget)), Requester)).Expect().Items;
        Assert.Contains(told, item => item.Text == "attached manual.txt");
        Assert.DoesNotContain(told, item => item.Text.Contains("secret", StringComparison.Ordinal) || item.Changes.Any(change => change.New?.Text.Contains("secret", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task A_requester_attaches_nothing_for_staff_alone_and_nothing_where_he_sees_nothing()
    {
        var (mine, theirs) = (await house.Gadget("Attach mine", me), await house.Gadget("Attach theirs"));
        Assert.Equal("audience", (await house.Do(new AttachFiles(mine, [await house.File(Requester, "a.txt")], Audience.Internal), Requester)).Problem?.Fields[0].Field);
        Assert.Equal(ProblemKind.NotFound, (await house.Do(new AttachFiles(theirs, [await house.File(Requester, "b.txt")]), Requester)).Problem?.Kind);
    }

    [Fact]
    public async Task Nobody_names_the_upload_of_somebody_else()
    {
        var gadget = await house.Gadget("Stolen", me);
        var refused = await house.Do(new AttachFiles(gadget, [await house.File(Staff, "staff.txt")]), Requester);
        Assert.Equal(("files", ProblemKind.Invalid), (refused.Problem?.Fields[0].Field, refused.Problem?.Kind));
    }

    [Fact]
    public async Task A_file_comes_with_a_comment_and_has_its_readers()
    {
        var gadget = await house.Gadget("Discussed with files", me);
        (await house.Do(new AddComment(gadget, "For us", Audience.Internal, [await house.File(Staff, "inner.txt")]), Staff)).Expect();
        (await house.Do(new AddComment(Again(gadget), "For you", Audience.Requester, [await house.File(Staff, "one.txt"), await house.File(Staff, "two.txt")]), Staff)).Expect();
        (await house.Do(new AddComment(Again(gadget), "Without", Audience.Requester), Staff)).Expect();

        var read = (await house.Ask(new ListComments(Again(gadget)), Requester)).Expect().Items;
        Assert.Equal(["Without: ", "For you: one.txt two.txt"], read.Select(comment => $"{comment.Body}: {string.Join(' ', comment.Files.Select(file => file.Name))}"));
        Assert.Equal(["two.txt", "one.txt"], (await house.Ask(new ListAttachments(Again(gadget)), Requester)).Expect().Items.Select(file => file.Name));
    }

    [Fact]
    public async Task A_refused_comment_leaves_its_file_for_the_next_try()
    {
        var gadget = await house.Gadget("Refused with a file", me);
        var file = await house.File(Requester, "kept.txt");
        Assert.NotNull((await house.Do(new AddComment(gadget, "psst", Audience.Internal, [file]), Requester)).Problem);
        (await house.Do(new AddComment(Again(gadget), "Hello", Audience.Requester, [new RowRef<Upload>(file.Text)]), Requester)).Expect();
    }

    [Fact]
    public async Task Staff_rename_and_remove_each_file_and_others_their_own()
    {
        var gadget = await house.Gadget("Changed", me);
        var theirs = (await house.Do(new AttachFiles(gadget, [await house.File(Staff, "ours.txt")], Audience.Requester), Staff)).Expect().Items[0].Id;
        var own = (await house.Do(new AttachFiles(Again(gadget), [await house.File(Requester, "mine.txt")]), Requester)).Expect().Items[0].Id;
        Assert.Equal("attachments.attachment.not_yours", (await house.Do(new RemoveAttachment(new(theirs)), Requester)).Problem?.Code);
        Assert.Equal("attachments.attachment.not_yours", (await house.Do(new RenameAttachment(new(theirs), "x"), Requester)).Problem?.Code);

        Assert.Equal("better.txt", (await house.Do(new RenameAttachment(new(own), "../better.txt"), Requester)).Expect().Name);
        (await house.Do(new RemoveAttachment(new(own)), Staff)).Expect();
        Assert.Equal(["ours.txt"], (await house.Ask(new ListAttachments(Again(gadget)), Staff)).Expect().Items.Select(file => file.Name));
        var told = (await house.Ask(new GetTimeline(Again(gadget)), Staff)).Expect().Items.Select(item => item.Text).ToList();
        Assert.Equal(["removed the file better.txt", "renamed the file mine.txt to better.txt", "attached mine.txt", "attached ours.txt"], told.Take(4));
    }

    [Fact]
    public async Task Search_finds_the_words_of_a_name_for_those_who_see_the_file()
    {
        var gadget = await house.Gadget("Found by its files", me);
        (await house.Do(new AttachFiles(gadget, [await house.File(Staff, "quarterly_zeppelin-budget.xlsx")]), Staff)).Expect();
        var open = (await house.Do(new AttachFiles(Again(gadget), [await house.File(Staff, "floorplan.pdf")], Audience.Requester), Staff)).Expect().Items[0].Id;
        Assert.True(await Finds("zeppelin", Staff));
        Assert.False(await Finds("zeppelin", Requester));
        Assert.True(await Finds("floorplan", Requester));

        (await house.Do(new RenameAttachment(new(open), "cellar.pdf"), Staff)).Expect();
        Assert.False(await Finds("floorplan", Staff));
        Assert.True(await Finds("cellar", Requester));
        (await house.Do(new RemoveAttachment(new(open)), Staff)).Expect();
        Assert.False(await Finds("cellar", Staff));
        Assert.True(await Finds("zeppelin", Staff));
    }

    [Fact]
    public async Task The_same_request_sent_again_with_its_key_attaches_once()
    {
        var gadget = await house.Gadget("Once");
        for (var i = 0; i < 2; i++)
        {
            var upload = (await house.Send(Staff, "once.txt", "once"u8.ToArray(), key: "k-1")).Expect();
            (await house.Do(new AttachFiles(Again(gadget), [new RowRef<Upload>(upload.Id)]), Staff, new CommandOptions { IdempotencyKey = "k-1" })).Expect();
        }

        Assert.Single((await house.Ask(new ListAttachments(Again(gadget)), Staff)).Expect().Items);
    }

    [Fact]
    public async Task So_many_files_wait_and_no_more()
    {
        var hoarder = house.As(Roles.ItStaff);
        await house.Sql(
            """
            insert into upload (organization_id, id, account_id, content_hash, name, size, media_type, created_at)
            select $1, gen_random_uuid(), $2, repeat('a', 64), 'x', 1, 'text/plain', now() from generate_series(1, $3)
            """, house.Larkspur.Id, hoarder.Actor.AccountId!.Value, FileLimits.WaitingFiles);
        Assert.Equal("files.too_many_waiting", (await house.Send(hoarder, "one-more.txt", "x"u8.ToArray())).Problem?.Code);
    }

    [Fact]
    public async Task An_entity_has_so_many_files_and_no_more()
    {
        var gadget = await house.Gadget("Full");
        await house.Sql(
            """
            insert into attachment (organization_id, id, entity_id, audience, name, size, media_type, content_hash, author_name, created_at)
            select $1, gen_random_uuid(), $2, 'internal', 'x', 1, 'text/plain', repeat('a', 64), 'Somebody', now() from generate_series(1, $3)
            """, house.Larkspur.Id, Guid.Parse(gadget.Text), FileLimits.FilesOfOneEntity);
        Assert.Equal("attachments.entity.full", (await house.Do(new AttachFiles(gadget, [await house.File(Staff, "over.txt")]), Staff)).Problem?.Code);
        Assert.Equal("attachments.entity.full", (await house.Do(new AddComment(Again(gadget), "With a file", Audience.Internal, [await house.File(Staff, "over2.txt")]), Staff)).Problem?.Code);
    }

    [Fact]
    public async Task The_list_goes_on_where_it_ended()
    {
        var gadget = await house.Gadget("Many files");
        for (var i = 0; i < 5; i++)
            (await house.Do(new AttachFiles(Again(gadget), [await house.File(Staff, $"{i}.txt")]), Staff)).Expect();
        List<string> names = [];
        for (string? after = null; ;)
        {
            var page = (await house.Ask(new ListAttachments(Again(gadget), after, Limit: 2), Staff)).Expect();
            names.AddRange(page.Items.Select(file => file.Name));
            if ((after = page.Next) is null)
                break;
        }

        Assert.Equal(["4.txt", "3.txt", "2.txt", "1.txt", "0.txt"], names);
    }

    async Task<bool> Finds(string word, Scope scope) =>
        (await house.Ask(new SearchEverything(word), scope)).Expect().Items.Any(item => item.Title is "Found by its files");

    static EntityRef<Entity> Again(EntityRef<Entity> gadget) => new(gadget.Text);
}
