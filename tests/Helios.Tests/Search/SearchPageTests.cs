using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.Search;

/// <summary>The search's address over HTTP: lines for the palette, a page for browsers without scripts.</summary>
public sealed class SearchPageTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    [Fact]
    public async Task The_palette_gets_lines_in_the_shape_that_it_reads()
    {
        var key = await larkspur.Person("Ingrid Solberg", "ingrid@larkspur.example");
        var found = await Ask(larkspur.Owner, "q=ingr");
        var line = Assert.Single(found.RootElement.GetProperty("items").EnumerateArray().ToList());
        Assert.Equal(["kind", "key", "title", "subtitle", "href", "icon", "kindLabel"], line.EnumerateObject().Select(part => part.Name));
        Assert.Equal(("user", key, "Ingrid Solberg"), (line.GetProperty("kind").GetString(), line.GetProperty("key").GetString(), line.GetProperty("title").GetString()));
        Assert.Equal($"/larkspur/people/{key}", line.GetProperty("href").GetString());
        Assert.Equal("People", line.GetProperty("kindLabel").GetString());
        Assert.Equal(0, found.RootElement.GetProperty("commands").GetArrayLength());
    }

    [Fact]
    public async Task A_picker_gets_its_kinds_only()
    {
        await larkspur.Person("Tomas Varga");
        Assert.Equal(1, Count(await Ask(larkspur.Owner, "q=varga&kinds=location,user")));
        Assert.Equal(0, Count(await Ask(larkspur.Owner, "q=varga&kinds=location")));
        Assert.Equal(0, Count(await Ask(larkspur.Owner, "q=varga&kinds=no_such_kind")));
    }

    [Fact]
    public async Task Nothing_typed_finds_nothing()
    {
        Assert.Equal(0, Count(await Ask(larkspur.Owner, "q=%20")));
        Assert.Equal(0, Count(await Ask(larkspur.Owner, "")));
    }

    [Fact]
    public async Task What_is_too_long_is_refused_in_words()
    {
        var answer = await Get(larkspur.Owner, "q=" + new string('a', 201), "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Search for at most 200 characters.", answer.Body, StringComparison.Ordinal);
        var page = await larkspur.Owner.Open("/larkspur/search?q=" + new string('a', 201));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Search for at most 200 characters.", page.Document.QuerySelector("#f-q-error")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_browser_gets_a_page_with_the_finds_by_kind()
    {
        var key = await larkspur.Person("Mei Tanaka", "mei@larkspur.example");
        var page = await larkspur.Owner.Open("/larkspur/search?q=mei%40larkspur.example");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("mei@larkspur.example", page.Document.QuerySelector("#f-q")!.GetAttribute("value"));
        var row = page.Document.QuerySelector($"#{key} a")!;
        Assert.Equal(("Mei Tanaka", $"/larkspur/people/{key}"), (row.TextContent, row.GetAttribute("href")));
        Assert.Equal("People", row.Closest("section")!.QuerySelector("h2")!.TextContent);
        Assert.Contains(page.Document.QuerySelectorAll(".tabs a"), tab => tab.GetAttribute("href") == "/larkspur/search?q=mei%40larkspur.example&kinds=location");
    }

    [Fact]
    public async Task The_page_says_what_can_be_found_before_anybody_typed_and_what_to_do_where_nothing_matches()
    {
        var fresh = await larkspur.Owner.Open("/larkspur/search");
        foreach (var kind in larkspur.House.Registry.Kinds)
            Assert.Contains(kind.Prefix + "-17", fresh.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var none = await larkspur.Owner.Open("/larkspur/search?q=<script>&kinds=location");
        Assert.Equal("Nothing matches “<script>” here", none.Document.QuerySelector(".empty h2")!.TextContent);
        Assert.Equal("/larkspur/search?q=%3Cscript%3E", none.Document.QuerySelector(".empty a.primary")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_two_answers_of_one_address_are_kept_apart_and_belong_to_nobody_else()
    {
        foreach (var accept in new[] { "application/json", "text/html" })
        {
            var answer = await Get(larkspur.Owner, "q=amara", accept);
            Assert.Contains("Accept", answer.Response.Headers.Vary);
            Assert.True(answer.Response.Headers.CacheControl!.Private);
            Assert.Equal(accept, answer.Response.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task A_person_without_the_staff_role_finds_himself_and_no_colleague()
    {
        await larkspur.Person("Jonas Lindqvist");
        var (key, browser) = await larkspur.Joined("Noah Weiss", "noah@larkspur.example", Roles.User);
        Assert.Equal(0, Count(await Ask(browser, "q=jonas")));
        var self = Assert.Single((await Ask(browser, "q=noah")).RootElement.GetProperty("items").EnumerateArray().ToList());
        Assert.Equal(key, self.GetProperty("key").GetString());
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_the_sign_in_page() =>
        Assert.Equal("/sign-in?return=%2Flarkspur%2Fsearch%3Fq%3Damara", (await larkspur.House.NewBrowser().Open("/larkspur/search?q=amara")).Leads);

    static int Count(JsonDocument found) => found.RootElement.GetProperty("items").GetArrayLength();

    static async Task<JsonDocument> Ask(Browser browser, string query)
    {
        var answer = await Get(browser, query, "application/json");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return JsonDocument.Parse(answer.Body);
    }

    static Task<BrowserPage> Get(Browser browser, string query, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/larkspur/search?" + query);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        return browser.Send(request);
    }
}
