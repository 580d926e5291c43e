using System.Net;
using System.Text.Json;
using Helios.Kernel.Effects;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.Alerts;

/// <summary>Alerts from a dead job to the post at the far side, through pages and API.</summary>
public sealed class AlertTests(Larkspur larkspur, FarSide far) : IClassFixture<Larkspur>, IClassFixture<FarSide>
{
    const string Root = "/larkspur/settings/alerts";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dead_job_raises_one_alert_which_is_posted_once_and_can_be_settled()
    {
        await Target(far.At("ok"));
        foreach (var _ in new[] { 1, 2 })
            await larkspur.House.Sql(
                "insert into platform.job (id, organization_id, name, payload, state, worker, attempts, run_at, leased_until, created_at) select gen_random_uuid(), id, 'imports.run', '{}', 'running', 'killed', 5, now(), now() - interval '1 minute', now() from platform.organization");

        while (await larkspur.House.One<long>("select count(*) from alert where type = 'jobs.dead' and times = 2 and posted = 'done'") == 0)
            await Task.Delay(20, Stop);

        var key = await larkspur.House.One<string>("select key from alert where type = 'jobs.dead'");
        var body = Assert.Single(far.Bodies, body => body.Contains("jobs.dead", StringComparison.Ordinal));
        Assert.Equal((key, "warning", "Larkspur Labs"), (Text(body, "key"), Text(body, "severity"), Text(body, "organization")));
        var home = await larkspur.Owner.Open("/larkspur");
        Assert.Contains("“Import a file” gave up", home.Document.Body!.TextContent, StringComparison.Ordinal);
        var page = await larkspur.Owner.Open($"{Root}/{key}");
        Assert.Contains("posted: It answered 200 OK.", page.Document.Body!.TextContent, StringComparison.Ordinal);

        await larkspur.Owner.Submit(page, $"{Root}/{key}/settle");

        Assert.Equal("settled", await larkspur.House.One<string>("select state from alert where key = $1", key!));
        Assert.Equal("AlertRaised AlertPosted AlertSettled", await larkspur.House.One<string>(
            "select string_agg(action, ' ' order by array_position(array['AlertRaised', 'AlertPosted', 'AlertSettled'], action)) from (select distinct action from event where key = $1) e", key!));
    }

    [Fact]
    public async Task The_address_is_shown_to_nobody_and_lies_sealed()
    {
        await Target(far.At("ok?token=hush-hush"));

        var page = await larkspur.Owner.Open(Root);
        Assert.Contains("127.0.0.1", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", (await larkspur.Api("/alert-target", await Larkspur.Token(larkspur.Owner))).Text, StringComparison.Ordinal);
        Assert.Equal(0L, await larkspur.House.One<long>("select count(*) from alert_target where position('hush-hush'::bytea in sealed) > 0"));
        Assert.Equal(0L, await larkspur.House.One<long>("select count(*) from event_detail where body like '%hush-hush%'"));
        var refused = await larkspur.Owner.Submit(page, Root + "/target", ("address", "https://me:secret@x.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }

    [Fact]
    public async Task A_test_that_is_answered_in_time_leads_back_with_its_result()
    {
        await Target(far.At("refuse"));

        var led = await larkspur.Owner.Submit(await larkspur.Owner.Open(Root), Root + "/target/test");

        Assert.Equal(Root, led.Leads);
        Assert.Contains("did not arrive. It answered 422", (await larkspur.Owner.Open(Root)).Document.Body!.TextContent, StringComparison.Ordinal);
        var token = await Larkspur.Token(larkspur.Owner);
        await Target(far.At("ok"));
        var answered = await larkspur.Api("/alert-target/test", token, json: "{}");
        Assert.Equal((HttpStatusCode.OK, "done"), (answered.Status, Text(answered.Text, "state")));
    }

    [Fact]
    public async Task A_test_that_takes_longer_leads_to_its_own_page_and_the_API_to_its_address()
    {
        await Target(far.At("hang"));
        await Drain();
        var token = await Larkspur.Token(larkspur.Owner);
        var page = await larkspur.Owner.Open(Root);

        var form = larkspur.Owner.Submit(page, Root + "/target/test");
        var call = larkspur.Api("/alert-target/test", token, json: "{}");
        await far.Rang.WaitAsync(Stop);
        await far.Rang.WaitAsync(Stop);
        larkspur.House.Time.Advance(Operations.Patience);

        var led = await form;
        Assert.StartsWith("/larkspur/operations/", led.Leads, StringComparison.Ordinal);
        var accepted = await call;
        var location = accepted.Response.Headers.Location!.ToString();
        Assert.Equal((HttpStatusCode.Accepted, true), (accepted.Status, location.StartsWith("/api/v1/operations/", StringComparison.Ordinal)));
        Assert.Equal("waiting", Text((await larkspur.Api(location["/api/v1".Length..], token)).Text, "state"));
        var progress = await larkspur.Owner.Open(led.Leads!);
        Assert.Contains("the work goes on", progress.Text, StringComparison.Ordinal);

        // The call runs out of its time, and the far side knows the second one.
        larkspur.House.Time.Advance(TimeSpan.FromSeconds(21));
        while (await larkspur.House.One<long>("select count(*) from operation where finished_at is null") > 0)
        {
            larkspur.House.Time.Advance(TimeSpan.FromSeconds(6));
            await Task.Delay(20, Stop);
        }

        Assert.Contains("Done", (await larkspur.Owner.Open(led.Leads!)).Document.QuerySelector("#item-1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_is_seen_by_whoever_started_it_and_by_admins_alone()
    {
        var id = Guid.CreateVersion7();
        await larkspur.House.Sql("insert into operation (organization_id, id, name, state, created_at) select id, $1, 'alerts.post', 'waiting', now() from platform.organization", id);
        var (_, browser) = await larkspur.Joined("Mei Tanaka", "mei@larkspur.example", "it_staff");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"/larkspur/operations/{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await larkspur.Owner.Open($"/larkspur/operations/{id}")).Status);
        await larkspur.House.Sql("delete from operation where id = $1", id);
    }

    async Task Target(string address)
    {
        var saved = await larkspur.Owner.Submit(await larkspur.Owner.Open(Root), Root + "/target", ("address", address));
        Assert.Equal(Root, saved.Leads);
    }

    async Task Drain()
    {
        while (await far.Rang.WaitAsync(0, Stop))
        {
            // Calls of other tests.
        }
    }

    static string? Text(string json, string name)
    {
        using var read = JsonDocument.Parse(json);
        return read.RootElement.GetProperty(name).GetString();
    }
}
