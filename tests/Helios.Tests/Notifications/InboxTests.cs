using Helios.Core.Identity.Commands;
using Helios.Core.Notifications;
using Helios.Core.Notifications.Commands;
using Helios.Core.Watchers.Commands;
using Helios.Itsm.Tickets.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Events.Following;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Growing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Helios.Tests.Notifications;

[Collection(GrowingSuites.Name)]
public sealed class InboxTests(GrowingHouse house)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_given_work_is_told_and_whoever_gives_it_is_not()
    {
        var scene = await InboxScene.Set(house);
        await scene.Assign(scene.One, scene.Other);
        await scene.Deliver();
        var entry = Assert.Single(await scene.Inbox(scene.Other));
        Assert.Equal((scene.Ticket, Reason.Assigned, 1, true), (entry.Entity.Key, entry.Reason, entry.Updates, entry.IsUnread));
        Assert.StartsWith("assigned this to", entry.What, StringComparison.Ordinal);
        Assert.Empty(await scene.Inbox(scene.One));
        Assert.Equal(1, await scene.Unread(scene.Other));
    }

    [Fact]
    public async Task The_count_of_a_full_inbox_is_that_of_its_entries_there_and_back()
    {
        var scene = await InboxScene.Set(house);
        var (organization, user) = (house.Larkspur.Organization.Id, scene.Other.Actor.UserId!.Value);
        await house.Sql("insert into entity (organization_id, id, kind, key, title, staff_readable, archived, updated_at) select $1, uuidv7(), 'gone', $2 || i, 'Many', true, false, now() from generate_series(1, 150) i", organization, $"full{house.Next()}-");
        await house.Sql(
            """
            insert into inbox_entry (organization_id, id, user_id, entity_id, reason, audience, updates, seq, event_id, happened_at, is_unread)
            select organization_id, uuidv7(), $2, id, 'watching', 'internal', 1, 1, id, now(), true from entity where organization_id = $1 and key like 'full%'
            """, organization, user);
        Assert.Equal(150, await scene.Unread(scene.Other));
        await scene.Assign(scene.One, scene.Other);
        await scene.Deliver();
        Assert.Equal(151, await scene.Unread(scene.Other));
        await house.Sql("update inbox_entry set updates = updates + 1 where user_id = $1", user);
        Assert.Equal(151, await scene.Unread(scene.Other));
        await house.Sql("update inbox_entry set is_unread = false where user_id = $1 and id in (select id from inbox_entry where user_id = $1 limit 60)", user);
        Assert.Equal(91, await scene.Unread(scene.Other));
        await house.Sql("delete from inbox_entry where user_id = $1 and is_unread", user);
        Assert.Equal(0, await scene.Unread(scene.Other));
    }

    [Fact]
    public async Task What_is_removed_while_its_news_is_delivered_holds_nothing_up()
    {
        var scene = await InboxScene.Set(house);
        await scene.Assign(scene.One, scene.Other);
        await scene.Say(scene.One, "In the cellar.");
        await using var remover = await house.Database.Owner.OpenConnectionAsync(Stop);
        await using var removal = await remover.BeginTransactionAsync(Stop);
        foreach (var row in new[] { "comment where entity_id in (select id from ticket where key = $1)", "watcher where entity_id in (select id from ticket where key = $1)", "inbox_entry where entity_id in (select id from ticket where key = $1)", "ticket where key = $1", "entity where key = $1" })
        {
            await using var delete = new NpgsqlCommand("delete from " + row, remover, removal) { Parameters = { new() { Value = scene.Ticket } } };
            await delete.ExecuteNonQueryAsync(Stop);
        }

        var delivery = scene.Deliver();
        await Eventually.Holds(async () => await house.One<bool>("select exists (select from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database())"));
        Assert.False(delivery.IsCompleted);
        await removal.CommitAsync(Stop);
        await delivery;

        Assert.Empty(await scene.Inbox(scene.Other));
        Assert.Equal(0, await house.App.Services.GetRequiredService<FollowerRunner>().CatchUp(Stop));
    }

    [Fact]
    public async Task What_happens_to_one_record_is_one_entry_that_counts_until_it_is_read()
    {
        var scene = await InboxScene.Set(house);
        (await house.Do(new WatchEntity(new(scene.Ticket)), scene.One)).Expect();
        foreach (var text in new[] { "one", "two", "three" })
            await scene.Say(scene.Other, text);
        await scene.Deliver();
        var entry = Assert.Single(await scene.Inbox(scene.One));
        Assert.Equal((3, Reason.Watching), (entry.Updates, entry.Reason));

        (await house.Do(new MarkInboxEntry(new RowRef<InboxEntry>(entry.Id)), scene.One)).Expect();
        Assert.Equal(0, await scene.Unread(scene.One));
        Assert.Empty(await scene.Inbox(scene.One));
        Assert.False(Assert.Single(await scene.Inbox(scene.One, "open")).IsUnread);
        (await house.Do(new MarkInboxEntry(new RowRef<InboxEntry>(entry.Id), Read: false), scene.One)).Expect();
        Assert.Equal(1, await scene.Unread(scene.One));

        (await house.Do(new ArchiveInboxEntry(new RowRef<InboxEntry>(entry.Id)), scene.One)).Expect();
        Assert.Empty(await scene.Inbox(scene.One, "open"));
        Assert.Single(await scene.Inbox(scene.One, "archived"));
        await scene.Say(scene.Other, "four");
        await scene.Deliver();
        Assert.Equal(1, Assert.Single(await scene.Inbox(scene.One)).Updates);
    }

    [Fact]
    public async Task Of_several_reasons_the_strongest_stays_until_the_entry_is_read()
    {
        var scene = await InboxScene.Set(house);
        (await house.Do(new WatchEntity(new(scene.Ticket)), scene.One)).Expect();
        await scene.Say(scene.Other, "Anybody here?");
        await scene.Deliver();
        Assert.Equal((Reason.Watching, 1), await Entry());
        await scene.Say(scene.Other, $"@{await scene.KeyOf(scene.One)} is.", mentions: await scene.KeyOf(scene.One));
        await scene.Say(scene.Other, "Good.");
        await scene.Deliver();
        Assert.Equal((Reason.Mentioned, 3), await Entry());
        await scene.Say(scene.Other, "Is it?");
        await scene.Deliver();
        Assert.Equal((Reason.Mentioned, 4), await Entry());

        (await house.Do(new MarkInboxEntry(new RowRef<InboxEntry>(Assert.Single(await scene.Inbox(scene.One)).Id)), scene.One)).Expect();
        await scene.Say(scene.Other, "It is.");
        await scene.Deliver();
        Assert.Equal((Reason.Watching, 1), await Entry());

        async Task<(string Reason, int Updates)> Entry()
        {
            var entry = Assert.Single(await scene.Inbox(scene.One));
            return (entry.Reason, entry.Updates);
        }
    }

    [Fact]
    public async Task A_requester_is_told_of_replies_and_never_that_there_are_notes()
    {
        var scene = await InboxScene.Set(house);
        await scene.Say(scene.One, $"ask @{await scene.KeyOf(scene.Requester)} about it");
        (await house.Do(new UpdateTicket(new(scene.Ticket), default, new(TicketPriorityHigh)), scene.One)).Expect();
        await scene.Deliver();
        Assert.DoesNotContain(await scene.Inbox(scene.Requester), entry => entry.What.Contains("note", StringComparison.Ordinal));
        var before = await scene.Unread(scene.Requester);
        await scene.Say(scene.One, "another note");
        await scene.Deliver();
        Assert.Equal(before, await scene.Unread(scene.Requester));
        Assert.Equal(before, await house.One<int>("select coalesce(sum(updates), 0)::int from inbox_entry where user_id = $1", scene.Requester.Actor.UserId!.Value));

        await scene.Say(scene.One, "It is on its way.", Audience.Requester);
        await scene.Deliver();
        var entry = Assert.Single(await scene.Inbox(scene.Requester));
        Assert.Equal((Reason.Requester, "commented"), (entry.Reason, entry.What));
    }

    [Fact]
    public async Task Staff_watch_by_themselves_what_they_work_on_unless_they_said_otherwise()
    {
        var scene = await InboxScene.Set(house);
        await scene.Say(scene.One, "I look at it");
        (await house.Do(new SetNotifications(["mentioned", "watching"], []), scene.Other)).Expect();
        await scene.Say(scene.Other, "me too");
        await scene.Deliver();
        Assert.Equal(["commented"], await house.Column<string>("select because from watcher w join ticket t on t.id = w.entity_id where t.key = $1 and w.user_id in ($2, $3)", scene.Ticket, scene.One.Actor.UserId!.Value, scene.Other.Actor.UserId!.Value));
        await scene.Assign(scene.One, scene.Other);
        await scene.Deliver();
        Assert.Empty(await scene.Inbox(scene.Other));
        (await house.Do(new UnwatchEntity(new(scene.Ticket)), scene.One)).Expect();
        var before = await scene.Unread(scene.One);
        await scene.Say(scene.Other, "done");
        await scene.Deliver();
        Assert.Equal(before, await scene.Unread(scene.One));
    }

    [Fact]
    public async Task Whom_somebody_lets_watch_is_told_and_only_staff_watch()
    {
        var scene = await InboxScene.Set(house);
        (await house.Do(new WatchEntity(new(scene.Ticket), new(scene.Other.Actor.UserId!.Value.ToString())), scene.One)).Expect();
        await scene.Deliver();
        Assert.Equal(Reason.Watching, Assert.Single(await scene.Inbox(scene.Other)).Reason);
        Assert.Equal("user", (await house.Do(new WatchEntity(new(scene.Ticket), new(scene.Requester.Actor.UserId!.Value.ToString())), scene.One)).Problem?.Fields[0].Field);
        Assert.Equal(ProblemKind.Forbidden, (await house.Do(new WatchEntity(new(scene.Ticket)), scene.Requester)).Problem?.Kind);
        var version = await house.One<long>("select version from ticket where key = $1", scene.Ticket);
        (await house.Do(new UnwatchEntity(new(scene.Ticket)), scene.One)).Expect();
        Assert.Equal(version, await house.One<long>("select version from ticket where key = $1", scene.Ticket));
    }

    [Fact]
    public async Task Nobody_reads_or_changes_the_inbox_of_another()
    {
        var scene = await InboxScene.Set(house);
        await scene.Assign(scene.One, scene.Other);
        await scene.Deliver();
        var entry = Assert.Single(await scene.Inbox(scene.Other));
        Assert.Equal(ProblemKind.NotFound, (await house.Do(new MarkInboxEntry(new RowRef<InboxEntry>(entry.Id)), scene.One)).Problem?.Kind);
        Assert.Equal(0, (await house.Do(new ReadInbox(), scene.One)).Expect().Count);
        Assert.Equal(1, (await house.Do(new ArchiveInbox(), scene.Other)).Expect().Count);
        Assert.Equal(0, await scene.Unread(scene.Other));
    }

    [Fact]
    public async Task Whoever_is_of_the_staff_no_more_sees_nothing_of_what_was_for_them()
    {
        var scene = await InboxScene.Set(house);
        (await house.Do(new WatchEntity(new(scene.Ticket)), scene.One)).Expect();
        await scene.Say(scene.Other, "a note");
        await scene.Deliver();
        Assert.Equal(1, await scene.Unread(scene.One));
        (await house.Do(new SetRole(new(scene.One.Actor.UserId!.Value.ToString()), Roles.User), house.Larkspur.Owner)).Expect();
        Assert.Empty(await scene.Inbox(scene.One with { Actor = scene.One.Actor with { Role = Roles.User, Permissions = house.Registry.PermissionsOf(Roles.User) } }, "open"));
        Assert.Equal(0, await scene.Unread(scene.One));
    }

    [Fact]
    public async Task Old_entries_are_forgotten_and_the_count_follows()
    {
        var scene = await InboxScene.Set(house);
        await scene.Assign(scene.One, scene.Other);
        await scene.Deliver();
        await house.Sql("update inbox_entry set happened_at = now() - interval '400 days' where user_id = $1", scene.Other.Actor.UserId!.Value);
        await ActivatorUtilities.CreateInstance<InboxSweep>(house.App.Services).Run(TestContext.Current.CancellationToken);
        Assert.Empty(await scene.Inbox(scene.Other, "open"));
        Assert.Equal(0, await scene.Unread(scene.Other));
    }

    static Itsm.Tickets.TicketPriority TicketPriorityHigh => Itsm.Tickets.TicketPriority.High;
}
