using System.Net;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Tests.Identity;
using Helios.Web.Pages;
using Helios.Web.Problems;
using Xunit;

namespace Helios.Tests.Help;

/// <summary>The help says what is declared, to anybody.</summary>
public sealed class HelpPageTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    [Fact]
    public async Task Every_kind_of_refusal_has_its_part_of_the_page()
    {
        var page = await larkspur.House.NewBrowser().Open("/help/problems");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        foreach (var kind in Enum.GetValues<ProblemKind>())
        {
            var status = ProblemStatus.Of(new Problem(kind, "test", "Test."));
            var part = page.Document.GetElementById(ProblemStatus.NameOf(status));
            Assert.NotNull(part);
            Assert.Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture), part.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        }

        Assert.NotNull(page.Document.GetElementById(ProblemStatus.NameOf(500)));
    }

    [Fact]
    public async Task A_refusal_names_a_part_that_is_there()
    {
        var answer = await larkspur.Api("/users", token: null);
        var type = System.Text.Json.JsonDocument.Parse(answer.Body).RootElement.GetProperty("type").GetString()!;
        var page = await larkspur.House.NewBrowser().Open(type.Split('#')[0]);
        Assert.NotNull(page.Document.GetElementById(type.Split('#')[1]));
    }

    [Fact]
    public async Task Every_key_that_a_module_declares_is_listed()
    {
        var page = await larkspur.House.NewBrowser().Open("/help/keys");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var listed = page.Document.QuerySelectorAll(".keys > div").Select(line => string.Join(' ', line.QuerySelectorAll("kbd").Select(key => key.TextContent))).ToHashSet(StringComparer.Ordinal);
        var registry = larkspur.House.Registry;
        string?[] declared = [.. registry.Contributions<Place>().Select(one => one.Value.Keys), .. registry.Contributions<NewItem>().Select(one => one.Value.Keys), .. registry.Contributions<EntityAction>().Select(one => one.Value.Keys)];
        Assert.Superset(declared.OfType<string>().Append("Ctrl K").ToHashSet(StringComparer.Ordinal), listed);
        Assert.Contains("Desk or My requests", page.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_field_and_sort_of_every_list_is_explained()
    {
        var page = await larkspur.House.NewBrowser().Open("/help/filters");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var lists = larkspur.House.Registry.Contributions<ListDeclaration>();
        Assert.NotEmpty(lists);
        foreach (var list in lists)
        {
            var kind = larkspur.House.Registry.Kind(list.Value.RowType).Name;
            var part = page.Document.GetElementById(kind)!;
            Assert.Equal(list.Value.Fields.Infos.Select(field => field.Name), part.QuerySelectorAll("td.subject code").Select(name => name.TextContent));
            foreach (var sort in list.Value.Sorts)
                Assert.Contains(part.QuerySelectorAll("p code"), code => code.TextContent == sort.Name);
        }
    }

    [Fact]
    public async Task The_examples_of_the_filter_page_are_understood_by_the_lists()
    {
        var page = await larkspur.House.NewBrowser().Open("/help/filters");
        var token = await Larkspur.Token(larkspur.Owner, "help");
        foreach (var example in page.Document.QuerySelectorAll("#language td.subject code").Select(code => code.TextContent))
            await Understands("/users", example, token);
        foreach (var example in page.Document.QuerySelectorAll("#user tbody tr td:last-child code").Select(code => code.TextContent))
            await Understands("/users", example, token);
    }

    [Fact]
    public async Task Every_kind_that_can_be_imported_has_its_rules_and_its_columns()
    {
        var page = await larkspur.House.NewBrowser().Open("/help/imports");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        foreach (var kind in new[] { "user", "location", "ticket" })
        {
            var part = page.Document.GetElementById(kind)!;
            var upload = await larkspur.Owner.Open($"/larkspur/{kind switch { "user" => "people/import", "location" => "locations/import", _ => "imports/new/ticket" }}");
            Assert.Contains(part.QuerySelector("p")!.TextContent, upload.Document.Body!.TextContent, StringComparison.Ordinal);
            foreach (var column in part.QuerySelectorAll("td.subject"))
                Assert.Contains(column.TextContent, upload.Document.Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("{", page.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_list_has_the_columns_of_its_file()
    {
        var page = await larkspur.House.NewBrowser().Open("/help/exports");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var token = await Larkspur.Token(larkspur.Owner, "files");
        var lists = page.Document.QuerySelectorAll("tr[id]");
        Assert.True(lists.Length > 2);
        foreach (var list in lists)
        {
            var file = await larkspur.Api($"/lists/{list.Id}/export", token);
            var columns = list.QuerySelector("td:last-child")!.TextContent.Split(", ");
            Assert.Equal(columns, file.Body.Split("\r\n")[0].Split(',').Take(columns.Length));
        }
    }

    [Fact]
    public async Task The_contents_lead_to_pages_that_are_there()
    {
        var stranger = larkspur.House.NewBrowser();
        var index = await stranger.Open("/help");
        var links = index.Document.QuerySelectorAll("a.cover").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(6, links.Count);
        foreach (var link in links)
            Assert.Equal(HttpStatusCode.OK, (await stranger.Open(link)).Status);
        Assert.NotNull((await larkspur.Owner.Open("/larkspur")).Document.QuerySelector("a[href='/help']"));
    }

    async Task Understands(string list, string filter, string token)
    {
        var answer = await larkspur.Api($"{list}?q={Uri.EscapeDataString(filter)}", token);
        Assert.True(answer.Status == HttpStatusCode.OK || answer.Body.Contains("knows no", StringComparison.Ordinal), $"{filter}: {answer.Body}");
    }
}
