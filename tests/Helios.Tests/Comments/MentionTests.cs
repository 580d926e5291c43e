using Helios.Core.Comments;
using Helios.Core.Comments.Commands;
using Helios.Core.Comments.Queries;
using Helios.Core.Directory.People;
using Helios.Core.Directory.People.Commands;
using Helios.Core.Notifications;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Tests.Growing;
using Helios.Tests.Notifications;
using Xunit;

namespace Helios.Tests.Comments;

[Collection(GrowingSuites.Name)]
public sealed class MentionTests(GrowingHouse house)
{
    [Fact]
    public async Task A_picked_name_is_kept_as_a_key_told_once_and_follows_a_new_name()
    {
        var scene = await InboxScene.Set(house);
        var (key, name) = (await scene.KeyOf(scene.Other), await scene.NameOf(scene.Other));
        await scene.Say(scene.One, $"@{name}, please look. Thanks @{name}!", Audience.Internal, key);
        await scene.Deliver();
        var entry = Assert.Single(await scene.Inbox(scene.Other));
        Assert.Equal((Reason.Mentioned, 1), (entry.Reason, entry.Updates));
        var comment = await Newest(scene, scene.One);
        Assert.Equal($"@{key}, please look. Thanks @{key}!", comment.Body);
        Assert.Equal([new MentionView(key, name, $"/larkspur/people/{key}")], comment.Mentions);

        await house.Sql("update \"user\" set name = $2 where key = $1 and organization_id = $3", key, "Nobody", house.Larkspur.Organization.Id);
        await house.Sql("update entity set title = $2 where key = $1 and organization_id = $3", key, "<img src=x onerror=alert(1)> \"O'Neil\" & co", house.Larkspur.Organization.Id);
        var html = (await Newest(scene, scene.One)).Html;
        Assert.Contains($"<a class=\"mention\" href=\"/larkspur/people/{key}\">@&lt;img src=x onerror=alert(1)&gt; \"O'Neil\" &amp; co</a>, please look.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_or_user_name_typed_by_hand_counts_and_what_is_nobodys_stays_text()
    {
        var scene = await InboxScene.Set(house);
        var key = await scene.KeyOf(scene.Other);
        await scene.Say(scene.One, $"see @{key.ToLowerInvariant()}. Not robin@{key}.example, not @nobody-here, not `@{key}`");
        await scene.Deliver();
        Assert.Equal(Reason.Mentioned, Assert.Single(await scene.Inbox(scene.Other)).Reason);
        var comment = await Newest(scene, scene.One);
        Assert.Single(comment.Mentions);
        Assert.Contains("@nobody-here", comment.Html, StringComparison.Ordinal);
        Assert.Contains($"<code>@{key}</code>", comment.Html, StringComparison.Ordinal);
        Assert.Equal(1, comment.Html.Split("class=\"mention\"").Length - 1);
    }

    [Fact]
    public async Task Only_staff_mention_and_only_those_whom_it_reaches()
    {
        var scene = await InboxScene.Set(house);
        var key = await scene.KeyOf(scene.One);
        Assert.Equal("mentions", (await house.Do(new AddComment(new(scene.Ticket), $"@{key} help", Audience.Requester, Mentions: [new EntityRef<User>(key)]), scene.Requester)).Problem?.Fields[0].Field);
        await scene.Say(scene.Requester, $"@{key} help", Audience.Requester);
        Assert.Empty((await Newest(scene, scene.One)).Mentions);
        var stranger = (await house.Do(new CreateUser { Name = $"Stranger {house.Next()}" }, house.Larkspur.Owner)).Expect();
        var refused = (await house.Do(new AddComment(new(scene.Ticket), $"@{stranger.Name}", Audience.Internal, Mentions: [new EntityRef<User>(stranger.Key)]), scene.One)).Problem;
        Assert.Contains($"can't see {scene.Ticket}", refused?.Fields[0].Text, StringComparison.Ordinal);
        Assert.Equal(ProblemKind.Forbidden, (await house.Queries.Ask(new ListMentionable(new(scene.Ticket)), scene.Requester, TestContext.Current.CancellationToken)).Problem?.Kind);
    }

    [Fact]
    public async Task The_requester_can_be_mentioned_in_a_reply_and_reads_names_without_pages()
    {
        var scene = await InboxScene.Set(house);
        var (key, staff) = (await scene.KeyOf(scene.Requester), await scene.KeyOf(scene.Other));
        await scene.Say(scene.One, $"@{key}: ask @{staff}", Audience.Requester);
        await scene.Deliver();
        Assert.Equal(Reason.Mentioned, Assert.Single(await scene.Inbox(scene.Requester)).Reason);
        var html = (await Newest(scene, scene.Requester)).Html;
        Assert.Contains($"<span class=\"mention\">@{await scene.NameOf(scene.Other)}</span>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completion_knows_the_staff_and_the_requester_by_the_beginning_of_any_word()
    {
        var scene = await InboxScene.Set(house);
        var name = await scene.NameOf(scene.Requester);
        Assert.Equal([name], await Mentionable(scene, name.Split(' ')[1]));
        Assert.Contains(await scene.NameOf(scene.Other), await Mentionable(scene, "MEMB"));
        Assert.Empty(await Mentionable(scene, "zzz"));
    }

    [Theory]
    [InlineData("@Mei Tanaka and @mei", "@U-7 and @U-9")]
    [InlineData("mail mei@larkspur.example or @Mei Tanaka-Jones", "mail mei@larkspur.example or @Mei Tanaka-Jones")]
    [InlineData("(@MEI TANAKA)", "(@U-7)")]
    public void Names_become_keys_the_longest_first(string typed, string kept) =>
        Assert.Equal(kept, MentionText.Keep(typed, [("mei", "U-9"), ("Mei Tanaka", "U-7")]).Replace("@U-9 Tanaka-Jones", "@Mei Tanaka-Jones", StringComparison.Ordinal));

    async Task<CommentView> Newest(InboxScene scene, Scope by) =>
        (await house.Queries.Ask(new ListComments(new(scene.Ticket)), by, TestContext.Current.CancellationToken)).Expect().Items[0];

    async Task<IEnumerable<string>> Mentionable(InboxScene scene, string beginning) =>
        (await house.Queries.Ask(new ListMentionable(new(scene.Ticket), beginning, 50), scene.One, TestContext.Current.CancellationToken)).Expect().Items.Select(person => person.Name);
}
