using System.Net;
using System.Text.Json.Nodes;
using Helios.Tests.Identity;
using Helios.Web.Rest.Reference;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Help;

/// <summary>The pages about the API say what the description says, and what they show works.</summary>
/// <remarks>Opens a page for each operation, which takes a few seconds.</remarks>
public sealed class ApiPageTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    [Fact]
    public async Task Every_operation_of_the_description_has_a_page_that_tells_its_address_fields_and_answers()
    {
        var listed = (await larkspur.Owner.Open("/larkspur/api")).Document.QuerySelectorAll("a.cover").Select(link => link.GetAttribute("href")!).ToHashSet(StringComparer.Ordinal);
        var document = JsonNode.Parse((await larkspur.Api("/openapi.json", token: null)).Body)!;
        var count = 0;
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                count++;
                var address = $"/larkspur/api/{operation!["operationId"]}";
                Assert.Contains(address, listed);
                var page = await larkspur.Owner.Open(address);
                Assert.Equal(HttpStatusCode.OK, page.Status);
                Assert.Contains("/api/v1" + path, page.Text, StringComparison.Ordinal);
                Assert.Contains(method.ToUpperInvariant(), page.Text, StringComparison.Ordinal);
                Assert.Equal(operation["summary"]!.GetValue<string>(), page.Document.QuerySelector("h1")!.TextContent);
                var told = page.Document.QuerySelectorAll("td.subject code").Select(code => code.TextContent).ToHashSet(StringComparer.Ordinal);
                foreach (var (status, _) in operation["responses"]!.AsObject())
                    Assert.Contains(status, told);
                foreach (var (field, _) in operation["requestBody"]?["content"]?["application/json"]?["schema"]?["properties"]?.AsObject() ?? [])
                    Assert.Contains(field, told);
            }
        }

        Assert.Equal(listed.Count, count);
    }

    [Fact]
    public async Task The_example_of_a_read_is_answered_to_a_program_and_to_the_form()
    {
        await larkspur.Person("Elif Demir");
        var token = await Larkspur.Token(larkspur.Owner, "example");
        foreach (var name in new[] { "users.get", "users.list", "search.everything", "filters.complete", "bulk.count", "timeline.of" })
        {
            var page = await larkspur.Owner.Open($"/larkspur/api/{name}");
            var curl = page.Document.QuerySelector("#curl")!.TextContent;
            Assert.Contains("Authorization: Bearer $TOKEN", curl, StringComparison.Ordinal);
            var address = curl.Split('\'')[^2];
            Assert.Equal(HttpStatusCode.OK, (await larkspur.Api(new Uri(address).PathAndQuery["/api/v1".Length..], token)).Status);

            var fields = page.Document.QuerySelectorAll("#try input[value], #try select").Where(input => input.HasAttribute("name"))
                .Select(input => $"{input.GetAttribute("name")}={Uri.EscapeDataString(input.GetAttribute("value") ?? input.QuerySelector("option[selected]")?.GetAttribute("value") ?? "")}");
            var tried = await larkspur.Owner.Open($"/larkspur/api/{name}?{string.Join('&', fields)}&_try=1");
            Assert.Equal("200", tried.Document.QuerySelector("#answer .badge")!.TextContent.Trim());
            Assert.Contains("Content-Type: application/json", tried.Document.QuerySelector("#answer pre")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(JsonNode.Parse(tried.Document.QuerySelectorAll("#answer pre")[1].TextContent));
        }
    }

    [Fact]
    public async Task A_command_is_tried_dry_and_changes_nothing()
    {
        const string Address = "/larkspur/api/locations.create";
        var page = await larkspur.Owner.Open(Address);
        var done = await larkspur.Owner.Submit(page, Address + "#try", ("_body", """{"name":"Tallinn office"}"""));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal("200", done.Document.QuerySelector("#answer .badge")!.TextContent.Trim());
        Assert.Contains("LocationCreated", done.Document.QuerySelector("#answer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await larkspur.House.One<long>("select count(*) from location"));

        var refused = await larkspur.Owner.Submit(page, Address + "#try", ("_body", """{"nam":"Tallinn office"}"""));
        Assert.Equal("400", refused.Document.QuerySelector("#answer .badge")!.TextContent.Trim());
        Assert.Contains("\"field\": \"nam\"", refused.Document.QuerySelector("#answer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trial_is_a_dry_run_whatever_the_form_says_and_needs_the_token_of_the_page()
    {
        const string Address = "/larkspur/api/locations.create";
        var page = await larkspur.Owner.Open(Address);
        await larkspur.Owner.Submit(page, Address + "#try", ("_body", """{"name":"Tallinn office"}"""), ("dryRun", "false"));
        await larkspur.Owner.Open(Address + "?_try=1&dryRun=false&name=Tallinn");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await larkspur.Owner.Post(Address, ("_body", """{"name":"Tallinn office"}"""))).Status);
        Assert.Equal(0, await larkspur.House.One<long>("select count(*) from location"));
    }

    [Fact]
    public async Task Somebody_without_the_permission_is_told_so_and_refused_as_a_program_is()
    {
        var (_, browser) = await larkspur.Joined("Rui Alves", "rui@larkspur.example", "user");
        var page = await browser.Open("/larkspur/api/audit.get?_try=1");
        Assert.Contains("which your role lacks", page.Text, StringComparison.Ordinal);
        Assert.Equal("403", page.Document.QuerySelector("#answer .badge")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.SeeOther, (await larkspur.House.NewBrowser().Open("/larkspur/api")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/larkspur/api/no.such")).Status);
    }

    [Fact]
    public async Task Operations_are_found_by_their_words()
    {
        var found = (await larkspur.Owner.Open("/larkspur/api?q=assign+tickets")).Document.QuerySelectorAll("a.cover").Select(link => link.GetAttribute("href")).ToList();
        Assert.Contains("/larkspur/api/tickets.assign", found);
        Assert.True(found.Count < 10);
        Assert.Contains("No operation holds these words", (await larkspur.Owner.Open("/larkspur/api?q=zzzz")).Text, StringComparison.Ordinal);
        Assert.Equal(larkspur.House.Services.GetRequiredService<ApiReference>().Operations.Count, (await larkspur.Owner.Open("/larkspur/api")).Document.QuerySelectorAll("a.cover").Length);
    }

    [Fact]
    public async Task The_pages_are_light()
    {
        foreach (var path in new[] { "/larkspur/api", "/larkspur/api/users.create" })
        {
            var page = await larkspur.Owner.Open(path);
            using var packed = new MemoryStream();
            await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
                await gzip.WriteAsync(System.Text.Encoding.UTF8.GetBytes(page.Body), TestContext.Current.CancellationToken);
            Assert.InRange(packed.Length, 1, 20_000);
        }
    }
}
