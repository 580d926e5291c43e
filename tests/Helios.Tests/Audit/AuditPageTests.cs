using System.Net;
using System.Text.Json.Nodes;
using Helios.Kernel.Events;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Audit;

/// <summary>Settings > Audit, its files and its work in the background, as a browser without scripts has them.</summary>
public sealed class AuditPageTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    const string Root = "/larkspur/settings/audit";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_are_listed_and_filtered_and_a_mistake_is_named()
    {
        var key = await larkspur.Person("Ines Duarte", "ines@larkspur.example");

        var page = await larkspur.Owner.Open($"{Root}?q=action:UserCreated+key:{key}");
        var row = Assert.Single(page.Document.QuerySelectorAll("tbody tr"));
        Assert.Contains("UserCreated", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ines Duarte", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Did you mean “action”", (await larkspur.Owner.Open(Root + "?q=acton:x")).Text, StringComparison.Ordinal);
        Assert.Contains("No event matches", (await larkspur.Owner.Open(Root + "?q=action:Nothing")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_leave_as_csv_and_json_and_no_cell_is_a_formula()
    {
        var key = await larkspur.Person("=cmd|' /C calc'!A0", "formula@larkspur.example");

        var csv = await larkspur.Owner.Open($"{Root}/events.csv?q=key:{key}");
        var json = await larkspur.Owner.Open($"{Root}/events.json?q=key:{key}");

        Assert.Contains("\"'=cmd|' /C calc'!A0\"", csv.Body, StringComparison.Ordinal);
        Assert.Equal("no-store", csv.Response.Headers.CacheControl!.ToString());
        Assert.Contains("attachment", csv.Response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["UserCreated"], JsonNode.Parse(json.Body)!.AsArray().Select(told => (string)told!["action"]!));
        var all = JsonNode.Parse((await larkspur.Owner.Open(Root + "/events.json")).Body)!.AsArray();
        Assert.Equal(await larkspur.House.One<long>("select count(*) from event"), all.Count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await larkspur.Owner.Open(Root + "/events.csv?q=acton:x")).Status);
    }

    [Fact]
    public async Task The_chain_is_verified_in_the_background_signed_and_exported()
    {
        await larkspur.House.Services.GetRequiredService<Sealer>().SealAll(Stop);
        var page = await larkspur.Owner.Open(Root);
        Assert.Equal(Root, (await larkspur.Owner.Submit(page, Root + "/checkpoints")).Leads);
        Assert.Equal(Root, (await larkspur.Owner.Submit(page, Root + "/verify")).Leads);
        await Until("audit.verify_chain");
        Assert.Contains("The chain is whole", (await larkspur.Owner.Open(Root)).Text, StringComparison.Ordinal);

        var file = await larkspur.Owner.Open(Root + "/export");
        var export = new ExportVerifier();
        using var lines = new StringReader(file.Body);
        var report = await export.Verify(lines, Stop);
        Assert.True(report.IsWhole, report.Broken?.Wrong);
        Assert.Equal(export.End.Seq, export.Checkpoints[^1].Seq);
        Assert.Contains(export.KeyNames.Single(), (await larkspur.Owner.Open(Root)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_do_not_read_the_trail_of_everybody()
    {
        var (_, staff) = await larkspur.Joined("Priya Nair", "priya@larkspur.example", Roles.ItStaff);

        foreach (var path in new[] { "", "/events.csv", "/events.json", "/export" })
            Assert.Equal(HttpStatusCode.Forbidden, (await staff.Open(Root + path)).Status);
    }

    [Fact]
    public async Task The_values_of_a_person_go_for_ever_and_the_chain_holds()
    {
        var (key, browser) = await larkspur.Joined("Oriane Valcourt", "oriane.valcourt@larkspur.example", Roles.ItStaff);
        var other = await larkspur.Person("Kofi Asante", "kofi@larkspur.example");
        await browser.Submit(await browser.Open($"/larkspur/people/{other}/edit"), $"/larkspur/people/{other}/edit", ("name", "Kofi Asante"), ("notes", "Sits beside Oriane Valcourt"), ("title", "Welder"));
        await Submit($"/larkspur/people/{key}", $"/larkspur/people/{key}/deactivate");
        Assert.Contains("is not archived", (await Erase(key, key)).Text, StringComparison.Ordinal);
        await Submit($"/larkspur/people/{key}", $"/larkspur/people/{key}/archive");
        Assert.Contains($"Type {key} to confirm", (await Erase(key, "U-999")).Text, StringComparison.Ordinal);
        Assert.True(await Holding("valcourt") > 3);

        Assert.Equal(Root, (await Erase(key, key)).Leads);
        await Until("audit.erase_values");

        Assert.Equal(0, await Holding("valcourt"));
        Assert.True(await Holding("Welder") > 0);
        Assert.True(await Holding("Amara Osei") > 0);
        Assert.Equal("Request of the person, received on Monday", await larkspur.House.One<string>("select d.body::jsonb->>'why' from event e join event_detail d on d.event_id = e.id where e.action = 'PersonalDataErased'"));
        await larkspur.House.Services.GetRequiredService<Sealer>().SealAll(Stop);
        var report = await larkspur.House.Services.GetRequiredService<ChainVerifier>().Verify("larkspur", Stop);
        Assert.True(report.IsWhole, report.Broken?.Wrong);
        Assert.True(report.Erased > 3);
        var told = (await larkspur.Owner.Open($"/larkspur/people/{other}")).Text;
        Assert.Contains("Somebody (name erased)", told, StringComparison.Ordinal);
        Assert.Contains("erased", told, StringComparison.Ordinal);
        Assert.Contains("Name erased", (await larkspur.Owner.Open($"{Root}?q=key:{other}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_servers_role_erases_by_an_erasure_of_its_organization_alone_and_alters_nothing()
    {
        var key = await larkspur.Person("Tove Lind", "tove@larkspur.example");
        await larkspur.House.Services.GetRequiredService<Sealer>().SealAll(Stop);
        var id = await larkspur.House.One<Guid>("select id from event where key = $1", key);

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => AsServer("update event_detail set body = ''"));
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => AsServer(
            $"select helios_erase_detail(e.occurred_at, e.id, e.occurred_at, e.id, '\\x00', '') from event e where e.id = '{id}'"));
        Assert.Contains("has no erasure", refused.Message, StringComparison.Ordinal);

        // Even for an erasure that there is, an altered value breaks the chain.
        await larkspur.House.Sql("insert into event select organization_id, now(), uuidv7(), 'PersonalDataErased', kind, entity_id, key, audience, actor_kind, account_id, user_id, credential_id, door, request_id, detail_digest, run_id, command, undoes from event where id = $1", id);
        await larkspur.House.Sql("insert into platform.event_unsealed (organization_id, occurred_at, event_id) select organization_id, occurred_at, id from event where action = 'PersonalDataErased' and key = $1", key);
        await AsServer(
            $"""
            select helios_erase_detail(o.occurred_at, o.id, e.occurred_at, e.id, d.salt, replace(d.body, 'Tove', 'Tore'))
            from event e join event_detail d on d.event_id = e.id, event o where e.id = '{id}' and o.action = 'PersonalDataErased' and o.key = '{key}'
            """);
        var report = await larkspur.House.Services.GetRequiredService<ChainVerifier>().Verify("larkspur", Stop);
        Assert.Contains("details are not those that were sealed", report.Broken!.Wrong, StringComparison.Ordinal);
        await larkspur.House.Sql("update event_detail set body = replace(body, 'Tore', 'Tove') where event_id = $1", id);
    }

    async Task<BrowserPage> Erase(string key, string confirm) => await larkspur.Owner.Submit(
        await larkspur.Owner.Open(Root), Root + "/erase", ("user", key), ("confirm", confirm), ("reason", "Request of the person, received on Monday"));

    async Task Submit(string page, string action) => Assert.Equal(HttpStatusCode.SeeOther, (await larkspur.Owner.Submit(await larkspur.Owner.Open(page), action)).Status);

    Task<long> Holding(string text) => larkspur.House.One<long>("select count(*) from event_detail where lower(body) like '%' || lower($1) || '%'", text);

    Task Until(string job) => Eventually.Holds(async () =>
        await larkspur.House.One<string>("select state from platform.job where name = $1 order by id desc limit 1", job) is "done");

    async Task AsServer(string sql)
    {
        await using var connection = await larkspur.House.Database.Server.OpenConnectionAsync(Stop);
        await using var transaction = await connection.BeginTransactionAsync(Stop);
        var organization = await larkspur.House.One<Guid>("select id from platform.organization");
        await using (var scope = new Npgsql.NpgsqlCommand("select set_config('helios.organization', $1, true)", connection) { Parameters = { new() { Value = organization.ToString() } } })
            await scope.ExecuteNonQueryAsync(Stop);
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
        await transaction.CommitAsync(Stop);
    }
}
