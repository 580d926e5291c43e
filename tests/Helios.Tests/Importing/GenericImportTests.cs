using System.Net;
using System.Text;
using System.Text.Json;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.Importing;

/// <summary>Kinds without an import of their own: tickets, by the commands that make and change one.</summary>
public sealed class GenericImportTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    string? token;

    [Fact]
    public async Task Tickets_come_from_a_file_with_people_by_name_key_or_mail_and_with_their_tags()
    {
        var key = await larkspur.Person("Nia Import", "nia@import.example");
        var import = await Done($"""
            Subject,Description,Requester,Priority,Assignee,Tags,Status
            First of a file,It hums,Nia Import,High,,printer; floor 2,
            Second of a file,,{key},,Amara Osei,,waiting
            Third of a file,,nia@import.example,sky high,,,
            Fourth of a file,,Nobody Known,,,,
            ,No subject,,,,,
            """);
        Assert.Equal((2, 3), (Count(import, "created"), Count(import, "refused")));
        var rows = await Rows(import);
        Assert.Contains("Priority:", Reason(rows[2]), StringComparison.Ordinal);
        Assert.Contains("Requester: There is no person “Nobody Known” here", Reason(rows[3]), StringComparison.Ordinal);
        Assert.Contains("Subject:", Reason(rows[4]), StringComparison.Ordinal);
        Assert.Equal("floor 2, printer", await larkspur.House.One<string>("select string_agg(tag, ', ' order by tag) from entity_tag e join ticket t on t.id = e.entity_id where t.subject = 'First of a file'"));
        Assert.Equal("waiting", await larkspur.House.One<string>("select status from ticket where subject = 'Second of a file'"));
        Assert.Equal(0L, await larkspur.House.One<long>("select count(*) from ticket where subject like 'Third of%'"));

        var refused = JsonDocument.Parse((await larkspur.Api($"/imports/{import.GetProperty("key").GetString()}/refused", await Token())).Body).RootElement.GetProperty("text").GetString()!;
        Assert.StartsWith("Subject,Description,Requester,Priority,Assignee,Tags,Status,Reason\r\n", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fresh_export_is_taken_back_without_a_change_and_a_changed_cell_changes_its_record()
    {
        await larkspur.Api("/tickets", await Token(), json: """{"subject":"=Round trip","priority":"low"}""");
        await larkspur.Api("/tickets", await Token(), json: """{"subject":"Round trip two","priority":"high"}""");
        var csv = (await larkspur.Api("/lists/ticket/export?sort=key", await Token())).Body;
        var events = await larkspur.House.One<long>("select count(*) from event where kind = 'ticket'");
        var same = await Done(csv);
        Assert.Equal((0, 0, 0), (Count(same, "created"), Count(same, "updated"), Count(same, "refused")));
        Assert.Equal(events, await larkspur.House.One<long>("select count(*) from event where kind = 'ticket'"));

        var changed = await Done(csv.Replace("Round trip two", "Round trip three", StringComparison.Ordinal));
        Assert.Equal((0, 1), (Count(changed, "created"), Count(changed, "updated")));
        Assert.Equal("high", (await Ticket("Round trip three")).GetProperty("priority").GetString());
    }

    [Fact]
    public async Task A_row_may_say_what_is_allowed_only_once_the_rest_of_it_is_done()
    {
        await larkspur.Api("/tickets", await Token(), json: """{"subject":"Was resolved"}""");
        await larkspur.Api("/tickets", await Token(), json: """{"subject":"Is new and stays new"}""");
        string[] keys = [(await Ticket("Was resolved")).GetProperty("key").GetString()!, (await Ticket("Is new and stays new")).GetProperty("key").GetString()!];
        Assert.Equal(1, Count(await Done($"Key,Status\n{keys[0]},resolved\n"), "updated"));

        var import = await Done($"Key,Assignee,Status\n{keys[0]},Amara Osei,waiting\n{keys[1]},Amara Osei,new\n");

        Assert.All(await Rows(import), row => Assert.Equal(("updated", 0), (row.GetProperty("outcome").GetString(), row.GetProperty("warnings").GetArrayLength())));
        Assert.Equal("waiting new", await larkspur.House.One<string>($"select string_agg(t.status, ' ' order by t.created_at) from ticket t join \"user\" u on u.id = t.assignee_id where t.key in ('{keys[0]}', '{keys[1]}') and u.name = 'Amara Osei'"));
    }

    [Fact]
    public async Task An_import_is_undone_as_one_and_only_once()
    {
        await larkspur.Api("/tickets", await Token(), json: """{"subject":"Stands before","priority":"low"}""");
        var key = (await Ticket("Stands before")).GetProperty("key").GetString();
        var import = await Done($"Key,Subject,Priority,Tags\n{key},Stands before,urgent,undone\n,Made by the file,,undone\n");
        Assert.Equal((1, 1), (Count(import, "created"), Count(import, "updated")));

        var undo = JsonDocument.Parse((await larkspur.Api($"/undo/{import.GetProperty("run").GetString()}", await Token(), json: "{}")).Body).RootElement.GetProperty("records")[0].GetProperty("key").GetString();
        await Until($"select state from bulk_change where key = '{undo}'", "done");
        Assert.Equal("4 0", await larkspur.House.One<string>($"select done || ' ' || refused from bulk_change where key = '{undo}'"));
        Assert.Equal(0L, await larkspur.House.One<long>("select count(*) from ticket where subject = 'Made by the file'"));
        Assert.Equal("low", (await Ticket("Stands before")).GetProperty("priority").GetString());
        Assert.Equal(0L, await larkspur.House.One<long>("select count(*) from entity_tag where tag = 'undone'"));
        var again = await larkspur.Api($"/undo/{import.GetProperty("run").GetString()}", await Token(), json: "{}");
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains($"is undone by {undo} already", again.Body, StringComparison.Ordinal);

        var run = JsonDocument.Parse((await larkspur.Api($"/bulk/{undo}", await Token())).Body).RootElement.GetProperty("run").GetString();
        var redo = JsonDocument.Parse((await larkspur.Api($"/undo/{run}", await Token(), json: "{}")).Body).RootElement.GetProperty("records")[0].GetProperty("key").GetString();
        await Until($"select state from bulk_change where key = '{redo}'", "done");
        Assert.Equal("4 0", await larkspur.House.One<string>($"select done || ' ' || refused from bulk_change where key = '{redo}'"));
        Assert.Equal("urgent", (await Ticket("Stands before")).GetProperty("priority").GetString());
        Assert.Equal(1L, await larkspur.House.One<long>("select count(*) from ticket where subject = 'Made by the file'"));
        Assert.Equal(2L, await larkspur.House.One<long>("select count(*) from entity_tag where tag = 'undone'"));
    }

    [Fact]
    public async Task The_columns_of_the_last_file_with_the_same_header_are_offered_again()
    {
        var first = await Upload("What,How bad\nSomething odd,high\n");
        Assert.Equal(["", ""], Columns(await Import(first)));
        var chosen = await larkspur.House.NewBrowser().Send(new HttpRequestMessage(HttpMethod.Put, $"/api/v1/imports/{first}/columns")
        {
            Content = new StringContent("""{"columns":["subject","priority"]}""", Encoding.UTF8, "application/json"),
            Headers = { { "Authorization", "Bearer " + await Token() } },
        });
        Assert.Equal(HttpStatusCode.OK, chosen.Status);
        await larkspur.Api($"/imports/{first}/start", await Token(), json: "{}");
        await Until($"select state from import where key = '{first}'", "done");
        Assert.Equal(["subject", "priority"], Columns(await Import(await Upload("What,How bad\nAnother,low\n"))));
    }

    [Fact]
    public async Task A_preview_does_the_rows_and_takes_them_back()
    {
        var tickets = await larkspur.House.One<long>("select count(*) from ticket");
        var numbers = await larkspur.House.One<long>("select coalesce(max(next), 0) from key_counter where kind = 'ticket'");
        var key = await Upload("Subject,Requester\nOnly looked at,\nLooked at too,Nobody At All\n");
        var preview = (await Import(key)).GetProperty("preview");
        Assert.Equal(["created", "refused"], preview.EnumerateArray().Select(row => row.GetProperty("outcome").GetString()));
        var plan = JsonDocument.Parse((await larkspur.Api($"/imports/{key}/plan?after=2", await Token())).Body).RootElement.GetProperty("items");
        Assert.Equal(3, Assert.Single(plan.EnumerateArray()).GetProperty("number").GetInt32());
        Assert.Equal(tickets, await larkspur.House.One<long>("select count(*) from ticket"));
        Assert.Equal(numbers, await larkspur.House.One<long>("select coalesce(max(next), 0) from key_counter where kind = 'ticket'"));
    }

    [Fact]
    public async Task Fields_of_the_organization_leave_with_an_export_and_come_back_with_an_import()
    {
        var made = await larkspur.Api("/fields", await Token(), json: """{"kind":"ticket","name":"Cost of it","apiName":"cost","type":"number"}""");
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var import = await Done("Subject,Cost of it\nHas a cost,12.5\nHas a bad one,much\n");
        Assert.Equal((1, 1), (Count(import, "created"), Count(import, "refused")));
        var csv = (await larkspur.Api("/lists/ticket/export", await Token())).Body;
        Assert.Contains(",Cost of it", csv.Split("\r\n")[0], StringComparison.Ordinal);
        Assert.Contains("12.5", csv.Split("\r\n").Single(line => line.Contains("Has a cost", StringComparison.Ordinal)), StringComparison.Ordinal);
        var same = await Done(csv);
        Assert.Equal((0, 0, 0), (Count(same, "created"), Count(same, "updated"), Count(same, "refused")));
    }

    [Fact]
    public async Task The_list_of_tickets_leads_to_the_page_where_a_file_is_chosen()
    {
        var list = await larkspur.Owner.Open("/larkspur/desk/tickets?q=");
        var page = await larkspur.Owner.Open(list.Document.QuerySelector("#m-export a[href$='/imports/new/ticket']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Tickets are recognized by their key", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await larkspur.Owner.Open("/larkspur/imports/new/secret")).Status);
    }

    async Task<JsonElement> Done(string csv)
    {
        var key = await Upload(csv);
        await larkspur.Api($"/imports/{key}/start", await Token(), json: "{}");
        await Until($"select state from import where key = '{key}'", "done");
        return await Import(key);
    }

    async Task<string> Upload(string csv)
    {
        var answer = await larkspur.Api("/imports", await Token(), json: JsonSerializer.Serialize(new { target = "ticket", fileName = "tickets.csv", content = Convert.ToBase64String(Encoding.UTF8.GetBytes(csv)) }));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return JsonDocument.Parse(answer.Body).RootElement.GetProperty("key").GetString()!;
    }

    async Task Until(string sql, string state)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await larkspur.House.One<string>(sql) != state)
            await Task.Delay(20, end.Token);
    }

    async Task<string> Token() => token ??= await Larkspur.Token(larkspur.Owner);

    async Task<JsonElement> Import(string key) => JsonDocument.Parse((await larkspur.Api($"/imports/{key}", await Token())).Body).RootElement;

    async Task<List<JsonElement>> Rows(JsonElement import) =>
        [.. JsonDocument.Parse((await larkspur.Api($"/imports/{import.GetProperty("key").GetString()}/rows", await Token())).Body).RootElement.GetProperty("items").EnumerateArray()];

    async Task<JsonElement> Ticket(string subject) =>
        JsonDocument.Parse((await larkspur.Api("/tickets?limit=200", await Token())).Body).RootElement.GetProperty("items").EnumerateArray().Single(row => row.GetProperty("subject").GetString() == subject);

    static IEnumerable<string?> Columns(JsonElement import) => import.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("field").GetString());

    static int Count(JsonElement import, string outcome) => import.GetProperty("counts").GetProperty(outcome).GetInt32();

    static string Reason(JsonElement row) => row.GetProperty("reason").GetString() ?? "";
}
