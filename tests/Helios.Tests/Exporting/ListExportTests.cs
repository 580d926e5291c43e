using System.Net;
using System.Text;
using System.Text.Json;
using Helios.Core.Directory.Locations.Queries;
using Helios.Core.Importing.Csv;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Tests.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Exporting;

/// <summary>Lists as files, at the page and at the API.</summary>
public sealed class ListExportTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    string? token;

    [Fact]
    public async Task A_list_of_many_pages_comes_whole_in_its_order_and_with_its_filter()
    {
        await Many("Crowd", 2500);
        var sheet = await Csv("/lists/location/export?q=city%3ACrowdtown&sort=-name");
        var names = sheet.Rows.Select(row => row.Cells[Array.IndexOf(sheet.Headers, "Name")]).ToList();
        Assert.Equal(2500, names.Distinct().Count());
        var order = await larkspur.House.One<string>("select string_agg(name, '|' order by name desc) from location where city = 'Crowdtown'");
        Assert.Equal(order, string.Join('|', names));
    }

    [Fact]
    public async Task A_file_is_one_moment_whatever_is_written_meanwhile()
    {
        await Many("Still", 1200);
        var organization = await larkspur.House.One<Guid>("select id from platform.organization where slug = 'larkspur'");
        var owner = new Actor(ActorKind.Account, "Amara Osei", Roles.Owner, larkspur.House.Registry.PermissionsOf(Roles.Owner));
        var scope = new Scope(new OrganizationScope(organization, "larkspur", "Larkspur Labs"), owner, Door.Rest, "test");
        await using var whole = (await larkspur.House.Services.GetRequiredService<QueryPipeline>().Whole(new ListLocations { Sort = "key" }, scope, TestContext.Current.CancellationToken)).Expect();
        List<LocationRow> rows = [];
        await foreach (var page in whole.Pages())
        {
            rows.AddRange(page.Cast<LocationRow>());
            await larkspur.House.Sql("update location set city = 'Elsewhere' where name like 'Still %'");
        }

        Assert.Equal(1200, rows.Count(row => row.City == "Stilltown"));
        Assert.Equal(1200L, await larkspur.House.One<long>("select count(*) from location where city = 'Elsewhere'"));
    }

    [Fact]
    public async Task The_page_offers_the_shown_columns_all_columns_and_json_and_each_link_answers()
    {
        await larkspur.Api("/tickets", await Token(), json: """{"subject":"=HYPERLINK(\"http://evil.example\")","priority":"high"}""");
        var page = await larkspur.Owner.Open("/larkspur/desk/tickets?q=status%3Aopen&columns=state,priority");
        var links = page.Document.QuerySelectorAll("#m-export a[download]").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(3, links.Count);

        var shown = await Answer(links[0]);
        Assert.Equal("Key,Priority,Subject,Status", shown.Split("\r\n")[0].TrimStart('\uFEFF'));
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"", shown, StringComparison.Ordinal);
        var all = await Answer(links[1]);
        Assert.Equal("Key,Subject,Status,Priority,Requester,Requester key,Assignee,Assignee key,Created,Updated,Tags", all.Split("\r\n")[0].TrimStart('\uFEFF'));
        var json = JsonDocument.Parse(await Answer(links[2])).RootElement;
        Assert.Contains(json.EnumerateArray(), item => item.GetProperty("subject").GetString()!.StartsWith("=HYPERLINK", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_file_for_people_begins_with_a_mark()
    {
        var page = await larkspur.Owner.Open("/larkspur/lists/location/export.csv");
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'K'], (await page.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..4]);
        Assert.Equal("attachment", page.Response.Content.Headers.ContentDisposition!.DispositionType);
        var api = await larkspur.Api("/lists/location/export", await Token());
        Assert.Equal("Key,"u8.ToArray(), (await api.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..4]);
    }

    [Fact]
    public async Task Everybody_takes_along_what_the_list_shows_him_and_nothing_else()
    {
        await larkspur.Api("/tickets", await Token(), json: """{"subject":"Not of Ola"}""");
        var (_, browser) = await larkspur.Joined("Ola Nord", "ola.export@larkspur.example", Roles.User);
        var ola = await Larkspur.Token(browser);
        await larkspur.Api("/tickets", ola, json: """{"subject":"Of Ola alone"}""");
        var mine = (await larkspur.Api("/lists/ticket/export", ola)).Body;
        Assert.Contains("Of Ola alone", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("Not of Ola", mine, StringComparison.Ordinal);
        Assert.Equal("Key,Subject,Status,Assignee,Assignee key,Created,Updated", mine.Split("\r\n")[0]);
        Assert.Equal(HttpStatusCode.NotFound, (await larkspur.Api("/lists/secret/export", ola)).Status);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_before_the_file_begins()
    {
        foreach (var (query, field) in new[] { ("q=citi%3AOslo", "q"), ("sort=height", "sort"), ("columns=name,height", "columns"), ("format=xls", "format") })
        {
            var answer = await larkspur.Api("/lists/location/export?" + query, await Token());
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal(field, JsonDocument.Parse(answer.Body).RootElement.GetProperty("errors")[0].GetProperty("field").GetString());
        }
    }

    [Fact]
    public async Task Who_took_which_list_along_stands_in_the_history_with_the_rows()
    {
        await Answer("/larkspur/lists/user/export.csv?q=vip%3Ano");
        var told = await larkspur.House.One<string>("select string_agg(d.body::text, ' ') from event e join event_detail d on d.event_id = e.id where e.action = 'ListExported' and d.body::text like '%vip:no%'");
        Assert.Contains("People (vip:no) as CSV", told, StringComparison.Ordinal);
        Assert.Contains("exportedRows", told, StringComparison.Ordinal);
    }

    async Task Many(string name, int count) => await larkspur.House.Sql(
        """
        with o as (select id from platform.organization where slug = 'larkspur'),
        made as (
          insert into location (organization_id, id, key, name, name_key, address_key, city, version, created_at, updated_at, staff_readable)
          select o.id, gen_random_uuid(), 'L-' || (900000 + ascii($1) * 10000 + n), $1 || ' ' || n, lower($1) || ' ' || n, '', $1 || 'town', 1, now(), now() + n * interval '1 second', true from o, generate_series(1, $2) n returning *)
        insert into entity (organization_id, id, kind, key, title, subtitle, staff_readable, archived, updated_at)
        select organization_id, id, 'location', key, name, '', true, false, updated_at from made
        """, name, count);

    async Task<string> Token() => token ??= await Larkspur.Token(larkspur.Owner);

    async Task<string> Answer(string path)
    {
        var answer = await larkspur.Owner.Open(path);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Body;
    }

    async Task<CsvSheet> Csv(string path) => CsvSheet.Read(Encoding.UTF8.GetBytes((await larkspur.Api(path, await Token())).Body)).Expect();
}
