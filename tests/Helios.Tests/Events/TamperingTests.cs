using Helios.Core.Audit;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Events;

/// <summary>Each test changes the trail as its owner could and expects to be told the first link that does not hold.</summary>
public sealed class TamperingTests(GadgetHouse house) : IAsyncLifetime, IClassFixture<GadgetHouse>
{
    readonly string copy = $"before_{Guid.CreateVersion7():N}";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (await house.One<long>("select count(*) from event") == 0)
        {
            var added = (await house.Do(new AddGadget("lamp"), house.As(Roles.Owner))).Expect();
            for (var i = 2; i <= 10; i++)
                (await house.Do(new RenameGadget(new EntityRef<Gadget>(added.Key), $"lamp {i}"), house.As(Roles.Owner))).Expect();
            await house.Services.GetRequiredService<Sealer>().SealAll(Stop);
        }

        foreach (var table in new[] { "event", "event_detail", "event_seal", "seal_head" })
            await house.Sql($"create table {copy}_{table} as select * from {table}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var table in new[] { "event", "event_detail", "event_seal", "seal_head" })
            await house.Sql($"delete from {table}; insert into {table} select * from {copy}_{table}");
        await house.Sql("delete from platform.event_unsealed");
    }

    [Fact]
    public async Task Untouched_it_is_whole()
    {
        Assert.Equal((0, "The audit chain is whole: 10 events of 2 organizations"), await Verify());
    }

    [Theory]
    [InlineData("action = 'GadgetKept'")]
    [InlineData("key = 'G-9'")]
    [InlineData("account_id = null")]
    [InlineData("user_id = uuidv7()")]
    [InlineData("credential_id = ''")]
    [InlineData("audience = 'internal'")]
    [InlineData("door = 'page'")]
    [InlineData("request_id = 'other'")]
    [InlineData("detail_digest = sha256('')")]
    public async Task An_edited_event_is_named(string edit)
    {
        await house.Sql($"update event set {edit} where id = (select event_id from event_seal where seq = 4)");

        await Names(4, "The event is not the one that was sealed here");
    }

    [Fact]
    public async Task A_moved_event_is_named()
    {
        await house.Sql("update event set occurred_at = occurred_at - interval '1 microsecond' where id = (select event_id from event_seal where seq = 4)");

        await Names(4, "The event is missing");
    }

    [Fact]
    public async Task An_edited_detail_is_named()
    {
        await house.Sql("update event_detail set body = replace(body, 'lamp', 'lump') where event_id = (select event_id from event_seal where seq = 6)");

        await Names(6, "The event's details are not those that were sealed");
    }

    [Fact]
    public async Task An_erased_detail_leaves_the_chain_whole()
    {
        await house.Sql("update event_detail set body = '' where event_id = (select event_id from event_seal where seq = 6)");
        await house.Sql("delete from event_detail where event_id = (select event_id from event_seal where seq = 7)");

        var report = await house.Services.GetRequiredService<ChainVerifier>().Verify("larkspur", Stop);

        Assert.True(report.IsWhole);
        Assert.Equal(2, report.Erased);
    }

    [Fact]
    public async Task A_deleted_event_is_named()
    {
        await house.Sql("delete from event where id = (select event_id from event_seal where seq = 5)");

        await Names(5, "The event is missing");
    }

    [Fact]
    public async Task A_deleted_link_is_named()
    {
        await house.Sql("delete from event_seal where seq = 5");

        await Names(5, "The link is missing: after 4 comes 6.");
    }

    [Fact]
    public async Task A_deleted_link_that_was_closed_up_is_named()
    {
        await house.Sql("delete from event_seal where seq = 5");
        // In two steps: an update in whatever order the rows lie would meet numbers that are still taken.
        await house.Sql("update event_seal set seq = -seq where seq > 5; update event_seal set seq = -seq - 1 where seq < 0");

        await Names(5, "The link does not follow the one before it");
    }

    [Fact]
    public async Task Two_links_that_changed_places_are_named()
    {
        await house.Sql(
            """
            update event_seal s set event_id = o.event_id, occurred_at = o.occurred_at
            from event_seal o where s.organization_id = o.organization_id and (s.seq, o.seq) in ((3, 4), (4, 3))
            """);

        await Names(3, "The event is not the one that was sealed here");
    }

    [Fact]
    public async Task An_altered_link_is_named()
    {
        await house.Sql("update event_seal set hash = sha256('x') where seq = 8");

        await Names(8, "The event is not the one that was sealed here");
    }

    [Fact]
    public async Task A_cut_off_end_is_named()
    {
        await house.Sql("delete from event where id in (select event_id from event_seal where seq > 8)");
        await house.Sql("delete from event_seal where seq > 8");

        await Names(9, "The end of the chain is missing: it ends at 8, and 10 links were sealed.");
    }

    [Fact]
    public async Task A_cut_off_end_with_its_head_is_named_while_the_events_are_there()
    {
        await house.Sql("delete from event_seal where seq > 9");
        await house.Sql("update seal_head set (seq, hash) = (select seq, hash from event_seal where seq = 9)");

        var report = await house.Services.GetRequiredService<ChainVerifier>().Verify("larkspur", Stop);

        Assert.Equal(await house.One<Guid>($"select event_id from {copy}_event_seal where seq = 10"), report.Broken?.EventId);
        Assert.StartsWith("The event has no link in the chain", report.Broken?.Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_that_was_written_anew_to_its_end_is_named_by_its_head()
    {
        await house.Sql("delete from event_seal where seq = 10");
        await house.Sql("update event set action = 'GadgetKept' where id = (select event_id from " + copy + "_event_seal where seq = 10)");
        await house.Sql("insert into platform.event_unsealed (organization_id, occurred_at, event_id) select organization_id, occurred_at, event_id from " + copy + "_event_seal where seq = 10");
        await house.Sql("update seal_head set (seq, hash) = (select seq, hash from event_seal where seq = 9)");
        await house.Services.GetRequiredService<Sealer>().SealAll(Stop);
        await house.Sql($"update seal_head set hash = (select hash from {copy}_seal_head)");

        await Names(10, "The last link is not the one that was sealed last", held: 10);
    }

    [Fact]
    public async Task An_event_that_was_put_in_is_named()
    {
        await house.Sql("insert into event select organization_id, occurred_at, uuidv7(), action, kind, entity_id, key, audience, actor_kind, account_id, user_id, credential_id, door, request_id, detail_digest from event limit 1");

        var (code, text) = await Verify();

        Assert.Equal((1, "The audit chain is broken in larkspur."), (code, text));
    }

    [Fact]
    public async Task The_servers_role_can_neither_edit_nor_delete()
    {
        foreach (var sql in new[] { "update event set action = ''", "delete from event", "update event_detail set body = ''", "delete from event_seal", "update event_seal set seq = 0", "delete from seal_head" })
        {
            await using var command = house.Database.Server.CreateCommand(sql);
            var refusal = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => command.ExecuteNonQueryAsync(Stop));
            Assert.Equal(Npgsql.PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        }
    }

    async Task Names(long seq, string wrong, long? held = null)
    {
        var report = await house.Services.GetRequiredService<ChainVerifier>().Verify(null, Stop);

        Assert.NotNull(report.Broken);
        Assert.Equal(("larkspur", seq), (report.Broken.Organization, report.Broken.Seq!.Value));
        Assert.StartsWith(wrong, report.Broken.Wrong, StringComparison.Ordinal);
        Assert.Equal(held ?? (seq - 1), report.Events);
        Assert.Equal((1, "The audit chain is broken in larkspur."), await Verify());
    }

    async Task<(int Code, string FirstLine)> Verify()
    {
        await using var output = new StringWriter();
        var code = await AuditCommandLine.Verify(house.Database.Owner.ConnectionString, output, Stop);
        return (code, output.ToString().Split('\n')[0].Split(" (")[0].TrimEnd());
    }
}
