using System.Text.Json.Nodes;
using Helios.Core.Bulk;
using Helios.Core.Bulk.Commands;
using Helios.Core.Bulk.Queries;
using Helios.Core.Undo.Commands;
using Helios.Itsm.Tickets;
using Helios.Itsm.Tickets.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Tests.Tickets;
using Xunit;

namespace Helios.Tests.Bulk;

public sealed class BulkTests(TicketHouse house) : IClassFixture<TicketHouse>
{
    static EntityRef<BulkChange> Ref(string key) => new(key);

    Task<BulkDetails> Run(StartBulk start, Scope? scope = null) => house.Bulk(start, scope);

    async Task<List<string>> Tickets(int count, string subject)
    {
        List<string> keys = [];
        for (var i = 0; i < count; i++)
            keys.Add((await house.Ticket($"{subject} {i}")).Text);
        return keys;
    }

    Task<string?> Status(string key) => house.One<string>("select status from ticket where key = $1", key);

    [Fact]
    public async Task Each_record_has_its_result_and_one_undo_takes_all_of_it_back()
    {
        var keys = await Tickets(3, "Printer");
        (await house.Do(new CloseTicket(new EntityRef<Ticket>(keys[1])))).Expect();
        (await house.Do(new AssignTicket(new EntityRef<Ticket>(keys[2]), new(house.Priya.Actor.UserId!.Value.ToString())))).Expect();

        var bulk = await Run(new StartBulk("tickets.assign", "ticket", new JsonObject { ["assignee"] = house.Priya.Actor.UserId!.Value.ToString() }, [.. keys], Why: "Printer week"));

        Assert.Equal((BulkState.Done, new BulkCounts(1, 1, 1)), (bulk.State, bulk.Counts));
        var rows = (await house.Ask(new ListBulkRows(Ref(bulk.Key)))).Expect().Items;
        Assert.Equal(keys, rows.Select(row => row.Key));
        Assert.Equal([BulkOutcome.Done, BulkOutcome.Refused, BulkOutcome.Unchanged], rows.Select(row => row.Outcome!));
        Assert.Contains("Reopen it before you assign it", rows[1].Reason, StringComparison.Ordinal);
        Assert.Equal(1L, await house.One<long>("select count(*) from event e join event_detail d on d.event_id = e.id where e.key = $1 and e.action = 'TicketAssigned' and e.door = 'job' and position('Printer week' in d.body) > 0", keys[0]));

        var undo = (await house.Do(new UndoRun(bulk.Run.ToString()!))).Expect();
        var back = await house.Settled(Assert.Single(undo.Records).Key);

        Assert.Equal(new BulkCounts(1, 0, 0), back.Counts);
        Assert.True(back.IsUndo);
        Assert.Equal(back.Key, (await house.Ask(new GetBulk(Ref(bulk.Key)))).Expect().UndoneBy);
        Assert.Null(await house.One<string>("select assignee_id::text from ticket where key = $1", keys[0]));
        Assert.NotNull(await house.One<string>("select assignee_id::text from ticket where key = $1", keys[2]));
        Assert.Equal("bulk.undo.already", (await house.Do(new UndoRun(bulk.Run.ToString()!))).Problem!.Code);

        var redo = (await house.Do(new UndoRun(back.Run.ToString()!))).Expect();
        Assert.Equal(1, (await house.Settled(Assert.Single(redo.Records).Key)).Counts.Done);
        Assert.NotNull(await house.One<string>("select assignee_id::text from ticket where key = $1", keys[0]));
    }

    [Fact]
    public async Task A_filter_takes_exactly_what_it_matches()
    {
        var keys = await Tickets(120, "Scanner");
        var others = await Tickets(2, "Toaster");
        var count = (await house.Ask(new CountBulk("ticket", "scanner"))).Expect();

        var bulk = await Run(new StartBulk("tickets.set_status", "ticket", new JsonObject { ["status"] = "waiting" }, Filter: "scanner"));

        Assert.Equal((120, 120), (count.Rows, bulk.Counts.Done));
        Assert.Equal(120L, await house.One<long>("select count(*) from ticket where subject like 'Scanner%' and status = 'waiting'"));
        foreach (var other in others)
            Assert.Equal("new", await Status(other));

        var undo = (await house.Do(new UndoRun(bulk.Run.ToString()!))).Expect();
        Assert.Equal(120, (await house.Settled(undo.Records[0].Key)).Counts.Done);
        Assert.Equal(0L, await house.One<long>("select count(*) from ticket where status = 'waiting' and subject like 'Scanner%'"));
        Assert.Equal(120, keys.Count);
    }

    [Fact]
    public async Task What_was_changed_again_since_stays_and_says_so()
    {
        var keys = await Tickets(2, "Monitor");
        var bulk = await Run(new StartBulk("tickets.close", "ticket", Targets: [.. keys]));
        (await house.Do(new ReopenTicket(new EntityRef<Ticket>(keys[0])))).Expect();

        var undo = (await house.Do(new UndoRun(bulk.Run.ToString()!))).Expect();
        var back = await house.Settled(undo.Records[0].Key);

        Assert.Equal(new BulkCounts(1, 0, 1), back.Counts);
        var refused = Assert.Single((await house.Ask(new ListBulkRows(Ref(back.Key), BulkOutcome.Refused))).Expect().Items);
        Assert.Equal(keys[0], refused.Key);
        Assert.Contains("status", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(("in_progress", "new"), (await Status(keys[0]), await Status(keys[1])));
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_before_anything_begins()
    {
        var keys = await Tickets(1, "Desk");
        async Task<string> Field(StartBulk start) => Assert.Single((await house.Do(start)).Problem!.Fields).Field;

        Assert.Equal("command", await Field(new StartBulk("tickets.explode", "ticket", Targets: [.. keys])));
        Assert.Equal("kind", await Field(new StartBulk("users.archive", "ticket", Targets: [.. keys])));
        Assert.Equal("input.status", await Field(new StartBulk("tickets.set_status", "ticket", new JsonObject { ["status"] = "lost" }, [.. keys])));
        Assert.Equal("input.assignee", await Field(new StartBulk("tickets.assign", "ticket", new JsonObject { ["assignee"] = "U-9999" }, [.. keys])));
        Assert.Equal("targets", await Field(new StartBulk("tickets.close", "ticket", Targets: [.. keys, "T-99999"])));
        Assert.Equal("filter", await Field(new StartBulk("tickets.close", "ticket", Targets: [.. keys], Filter: "desk")));
        Assert.Equal("targets", await Field(new StartBulk("tickets.close", "ticket")));
        Assert.Equal("filter", await Field(new StartBulk("tickets.close", "ticket", Filter: "status:lost")));
        Assert.Equal(ProblemKind.Forbidden, (await house.Do(new StartBulk("tickets.close", "ticket", Targets: [.. keys]), house.Mei)).Problem!.Kind);
        var foreign = house.As(Roles.Owner, organization: house.Aster);
        Assert.Equal("targets", Assert.Single((await house.Do(new StartBulk("tickets.close", "ticket", Targets: [.. keys]), foreign)).Problem!.Fields).Field);
        Assert.Equal("new", await Status(keys[0]));
    }

    [Fact]
    public async Task A_filter_that_matches_too_many_is_refused_before_anything_begins()
    {
        var ticket = await house.Ticket("Umbrella");
        // Copies in the table alone: enough for a list, whose pages none of them has.
        await house.Sql(
            """
            insert into ticket (organization_id, id, key, staff_readable, version, created_at, updated_at, subject, description, status, priority, requester_id)
            select organization_id, gen_random_uuid(), 'T-' || (900000 + n), staff_readable, version, created_at, updated_at, subject, description, status, 4, requester_id
            from ticket, generate_series(0, 50000) n where key = $1
            """, ticket.Text);
        var urgent = new StartBulk("tickets.close", "ticket", Filter: "priority:urgent");

        var refused = Assert.Single((await house.Do(urgent)).Problem!.Fields);

        Assert.Equal(("filter", "More than 50,000 tickets match. Narrow the filter down and do it in parts."), (refused.Field, refused.Text));
        Assert.Equal(new CountBulk.Result(50_000, IsTooMany: true), (await house.Ask(new CountBulk("ticket", "priority:urgent"))).Expect());
        await house.Sql("delete from ticket where key = 'T-900000'");
        Assert.True((await house.Do(urgent, options: new CommandOptions { DryRun = true })).Succeeded);
        await house.Sql("delete from ticket where key >= 'T-900000'");
    }

    [Fact]
    public async Task Canceled_before_its_job_it_changes_nothing_until_somebody_goes_on()
    {
        var keys = await Tickets(2, "Chair");
        var start = (await house.Do(new StartBulk("tickets.close", "ticket", Targets: [.. keys]))).Expect();
        Assert.Equal(BulkState.Canceled, (await house.Do(new CancelBulk(Ref(start.Key)))).Expect().State);
        Assert.Equal("bulk.cancel.ended", (await house.Do(new CancelBulk(Ref(start.Key)))).Problem!.Code);
        Assert.Equal("new", await Status(keys[0]));

        (await house.Do(new ContinueBulk(Ref(start.Key)))).Expect();

        Assert.Equal(2, (await house.Settled(start.Key)).Counts.Done);
        Assert.Equal("bulk.continue.done", (await house.Do(new ContinueBulk(Ref(start.Key)))).Problem!.Code);
    }

    [Fact]
    public async Task A_refusal_in_the_middle_leaves_nothing_of_itself_and_all_of_the_others()
    {
        var keys = await Tickets(60, "Lamp");
        foreach (var key in keys.Where((_, at) => at % 7 == 0))
            (await house.Do(new CloseTicket(new EntityRef<Ticket>(key)))).Expect();

        var bulk = await Run(new StartBulk("tickets.assign", "ticket", new JsonObject { ["assignee"] = house.Amara.Actor.UserId!.Value.ToString() }, [.. keys]));

        Assert.Equal(new BulkCounts(51, 0, 9), bulk.Counts);
        Assert.Equal(51L, await house.One<long>("select count(*) from event where action = 'TicketAssigned' and key = any($1)", (object)keys.ToArray()));
        Assert.Equal(0L, await house.One<long>("select count(*) from ticket where status = 'closed' and assignee_id is not null and key = any($1)", (object)keys.ToArray()));
    }
}
