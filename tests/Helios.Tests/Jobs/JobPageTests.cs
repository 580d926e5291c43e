using System.Net;
using Helios.Kernel.Jobs;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Jobs;

/// <summary>Settings > Jobs as an admin uses it, and the same by the API.</summary>
public sealed class JobPageTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    const string Root = "/larkspur/settings/jobs";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dead_job_can_be_read_retried_and_dropped()
    {
        var job = await Job("dead", "The cloth is missing.");
        var list = await larkspur.Owner.Open(Root + "/list?state=dead");
        Assert.Contains("The cloth is missing.", list.Document.QuerySelector($"#job-{job}")!.TextContent, StringComparison.Ordinal);

        var page = await larkspur.Owner.Open($"{Root}/list/{job}");
        Assert.Contains("\"import\": \"0199c0de-", page.Document.QuerySelector("#payload")!.TextContent, StringComparison.Ordinal);
        var retried = await larkspur.Owner.Submit(page, $"{Root}/list/{job}/retry");
        Assert.Equal($"{Root}/list/{job}", retried.Leads);
        // There is no such import any more, so this time it has nothing to do.
        await Eventually.Holds(async () => await larkspur.House.One<string>("select state from platform.job where id = $1", job) == "done");

        await larkspur.House.Sql("update platform.job set state = 'dead', finished_at = now() where id = $1", job);
        await larkspur.Owner.Submit(await larkspur.Owner.Open($"{Root}/list/{job}"), $"{Root}/list/{job}/drop");
        Assert.Equal(0L, await larkspur.House.One<long>("select count(*) from platform.job where id = $1", job));
        Assert.Equal(HttpStatusCode.NotFound, (await larkspur.Owner.Open($"{Root}/list/{job}")).Status);
        Assert.True(await larkspur.House.One<long>("select count(*) from event where action in ('JobRetried', 'JobDropped')") >= 2);
    }

    [Fact]
    public async Task A_waiting_job_is_canceled_at_once_a_running_one_is_asked_and_one_that_ended_is_refused()
    {
        var (waiting, running, done) = (await Job("waiting"), await Job("running"), await Job("done"));
        var token = await Larkspur.Token(larkspur.Owner);

        Assert.Equal(HttpStatusCode.NoContent, (await larkspur.Api($"/jobs/{waiting}/cancel", token, json: "{}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await larkspur.Api($"/jobs/{running}/cancel", token, json: "{}")).Status);
        var refused = await larkspur.Api($"/jobs/{done}/cancel", token, json: "{}");

        Assert.Equal((HttpStatusCode.Conflict, true), (refused.Status, refused.Text.Contains("jobs.cancel.ended", StringComparison.Ordinal)));
        Assert.Equal("canceled true, running true, done false", await larkspur.House.One<string>(
            "select string_agg(state || ' ' || cancel_requested, ', ' order by array_position($1, id)) from platform.job where id = any($1)", new[] { waiting, running, done }));
    }

    [Fact]
    public async Task A_worker_that_was_quicker_makes_an_admin_look_again()
    {
        var job = await Job("waiting");
        await using var scope = larkspur.House.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Helios.Kernel.Data.HeliosDb>();
        db.Scope = new Helios.Kernel.Scopes.Scope(null, Helios.Kernel.Scopes.Actor.System, Helios.Kernel.Scopes.Door.Start, "test");
        var row = await db.Jobs.FindAsync([job], Stop);
        await larkspur.House.Sql("update platform.job set state = 'running' where id = $1", job);
        row!.State = JobState.Canceled;

        await Assert.ThrowsAsync<Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Stop));
    }

    [Fact]
    public async Task Lists_page_by_page_and_counts_come_by_the_api_too()
    {
        for (var i = 0; i < 5; i++)
            await Job("dead", name: "imports.settle");
        var token = await Larkspur.Token(larkspur.Owner);
        var (seen, after) = (new HashSet<string>(), "");
        do
        {
            using var page = System.Text.Json.JsonDocument.Parse((await larkspur.Api($"/jobs?name=imports.settle&limit=2{after}", token)).Text);
            foreach (var item in page.RootElement.GetProperty("items").EnumerateArray())
                Assert.True(seen.Add(item.GetProperty("id").GetString()!));
            after = page.RootElement.TryGetProperty("next", out var next) && next.GetString() is { } cursor ? "&after=" + cursor : "";
        }
        while (after.Length > 0);

        Assert.Equal(5, seen.Count);
        Assert.Contains("\"dead\":", (await larkspur.Api("/job-counts", token)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await larkspur.Api("/jobs?after=nonsense", token)).Status);
    }

    [Fact]
    public async Task A_schedule_shows_its_next_run_and_can_be_changed_and_switched_off()
    {
        var id = await Schedule();
        var page = await larkspur.Owner.Open(Root);
        Assert.Contains("Every day at 03:10", page.Document.QuerySelector($"#schedule-{id}")!.TextContent, StringComparison.Ordinal);
        var address = $"{Root}/schedules/{id}";
        var form = await larkspur.Owner.Open(address);

        var refused = await larkspur.Owner.Submit(form, address, ("times", "now and then"), ("zone", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("daily 03:10", refused.Document.QuerySelector("#f-times-error")!.TextContent, StringComparison.Ordinal);

        await larkspur.Owner.Submit(form, address, ("times", "mon 06:30"), ("zone", "Asia/Tokyo"), ("on", "true"));
        await larkspur.House.Services.GetRequiredService<Scheduler>().Look(Stop);
        Assert.Contains("Monday at 06:30, Asia/Tokyo", (await larkspur.Owner.Open(Root)).Document.QuerySelector($"#schedule-{id}")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(21, (await larkspur.House.One<DateTime>("select next_at at time zone 'utc' from platform.schedule where id = $1", id)).Hour);

        await larkspur.Owner.Submit(form, address, ("times", ""), ("zone", ""), ("on", "false"));
        Assert.Equal("false", await larkspur.House.One<string>("select concat(is_on, times, zone) from platform.schedule where id = $1", id) is "f" ? "false" : "true");
    }

    [Fact]
    public async Task Another_zone_of_the_organization_moves_its_schedules()
    {
        var id = await Schedule();
        await larkspur.House.Sql("update platform.schedule set times = null, zone = null, is_on = true, next_at = now() + interval '1 day' where id = $1", id);

        await larkspur.Owner.Submit(await larkspur.Owner.Open("/larkspur/settings"), "/larkspur/settings", ("name", "Larkspur Labs"), ("zone", "America/New_York"));
        await larkspur.House.Services.GetRequiredService<Scheduler>().Look(Stop);

        Assert.Equal("03:10", await larkspur.House.One<string>("select to_char(next_at at time zone 'America/New_York', 'HH24:MI') from platform.schedule where id = $1", id));
    }

    [Fact]
    public async Task Whoever_is_no_admin_sees_none_of_it()
    {
        var (_, browser) = await larkspur.Joined("Noah Weiss", "noah@larkspur.example", "it_staff");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Open(Root)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await larkspur.Api("/jobs", await Larkspur.Token(browser))).Status);
    }

    async Task<Guid> Schedule()
    {
        await larkspur.House.Services.GetRequiredService<Scheduler>().Look(Stop);
        return await larkspur.House.One<Guid>("select id from platform.schedule where name = 'tickets.close_resolved'");
    }

    /// <summary>A job that no node of this house runs: it is not declared here, or not yet due.</summary>
    async Task<Guid> Job(string state, string? message = null, string name = "imports.run")
    {
        var id = Guid.CreateVersion7();
        await larkspur.House.Sql(
            """
            insert into platform.job (id, organization_id, name, payload, state, attempts, run_at, leased_until, created_at, finished_at, message)
            select $1, id, $2, '{"import":"0199c0de-0000-7000-8000-000000000000"}', $3, 5, now() + interval '1 day', now() + interval '1 day', now(), case when $3 in ('dead', 'done') then now() end, $4 from platform.organization limit 1
            """,
            id, name, state, (object?)message ?? DBNull.Value);
        return id;
    }
}
