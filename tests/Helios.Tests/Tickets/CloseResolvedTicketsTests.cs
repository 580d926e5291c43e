using System.Net;
using System.Text.Json;
using Helios.Kernel.Jobs;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Tickets;

/// <summary>The schedule that closes resolved tickets, from its row to the timeline.</summary>
public sealed class CloseResolvedTicketsTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tickets_resolved_long_enough_are_closed_with_the_reason_and_the_others_stay()
    {
        var token = await Larkspur.Token(larkspur.Owner);
        var (old, fresh, open) = (await Ticket(token, resolvedDaysAgo: 4), await Ticket(token, resolvedDaysAgo: 2), await Ticket(token, resolvedDaysAgo: null));
        var settings = await larkspur.Owner.Open("/larkspur/settings/tickets");
        Assert.Equal("7", settings.Document.QuerySelector("#f-closeAfterDays")!.GetAttribute("value"));
        var refused = await larkspur.Owner.Submit(settings, "/larkspur/settings/tickets", ("closeAfterDays", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        await larkspur.Owner.Submit(settings, "/larkspur/settings/tickets", ("closeAfterDays", "3"));

        var job = await RunNow();

        Assert.Equal("Closed 1 ticket.", await larkspur.House.One<string>("select message from platform.job where id = $1", job));
        Assert.Equal($"{old} closed, {fresh} resolved, {open} new", await larkspur.House.One<string>(
            "select string_agg(key || ' ' || status, ', ' order by array_position($1, key)) from ticket", (object)new[] { old, fresh, open }));
        Assert.Equal("Helios: Resolved 3 days ago", await larkspur.House.One<string>(
            "select (d.body::jsonb ->> 'actor') || ': ' || (d.body::jsonb ->> 'why') from event e join event_detail d on d.event_id = e.id where e.action = 'TicketClosed' and e.key = $1", old));
        Assert.Contains("Closed 1 ticket.", (await larkspur.Owner.Open("/larkspur/settings/jobs")).Text, StringComparison.Ordinal);
    }

    async Task<Guid> RunNow()
    {
        await larkspur.House.Services.GetRequiredService<Scheduler>().Look(Stop);
        var schedule = await larkspur.House.One<Guid>("select id from platform.schedule where name = 'tickets.close_resolved'");
        var address = $"/larkspur/settings/jobs/schedules/{schedule}/run";
        var led = await larkspur.Owner.Submit(await larkspur.Owner.Open("/larkspur/settings/jobs"), address);
        var job = Guid.Parse(led.Leads!.Split('/')[^1]);
        await Eventually.Holds(async () => await larkspur.House.One<string>("select state from platform.job where id = $1", job) is not ("waiting" or "running"));
        return job;
    }

    async Task<string> Ticket(string token, int? resolvedDaysAgo)
    {
        using var made = JsonDocument.Parse((await larkspur.Api("/tickets", token, json: """{ "subject": "The printer hums" }""")).Text);
        var key = made.RootElement.GetProperty("key").GetString()!;
        if (resolvedDaysAgo is { } days)
            await larkspur.House.Sql("update ticket set status = 'resolved', resolved_at = now() - make_interval(days => $2, hours => 1) where key = $1", key, days);
        return key;
    }
}
