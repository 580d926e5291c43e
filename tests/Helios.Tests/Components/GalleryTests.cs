using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Helios.Web.Assets;
using Xunit;

namespace Helios.Tests.Components;

/// <summary>What holds for every page that the components make.</summary>
public sealed class GalleryTests(GalleryServer server) : IClassFixture<GalleryServer>
{
    public static TheoryData<string> Pages => [.. new[] { "", "data", "board", "table", "list", "record", "form", "empty", "loading", "sign-in", "not-found", "failed" }];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_has_nothing_that_the_content_security_policy_refuses(string page)
    {
        var document = await Get(page);

        Assert.Empty(document.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(document.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(document.QuerySelectorAll("a[href], form[action]"), e => Link(e).StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_has_one_main_part_one_heading_of_the_first_level_and_a_way_to_skip_to_it(string page)
    {
        var document = await Get(page);

        Assert.Single(document.QuerySelectorAll("main"));
        Assert.Single(document.QuerySelectorAll("h1"));
        Assert.Equal("#main", document.QuerySelector("body a")?.GetAttribute("href"));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Ids_are_unique_and_what_refers_to_an_id_finds_it(string page)
    {
        var document = await Get(page);
        var ids = document.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();

        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        foreach (var name in new[] { "for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "commandfor" })
        {
            foreach (var element in document.QuerySelectorAll($"[{name}]"))
                Assert.All(element.GetAttribute(name)!.Split(' '), id => Assert.Contains(id, ids));
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_form_that_posts_carries_the_antiforgery_field(string page)
    {
        var document = await Get(page);

        // The sign-in page of the gallery has no token to give.
        if (page is not "sign-in")
            Assert.All(document.QuerySelectorAll("form[method=post]"), form => Assert.NotNull(form.QuerySelector("input[type=hidden][name=__RequestVerificationToken]")));
    }

    [Fact]
    public async Task A_refused_form_answers_422_with_what_was_typed_and_says_what_is_wrong()
    {
        using var content = new FormUrlEncodedContent([new("title", "<b>Hi"), new("body", "\nfirst line is empty"), new("priority", "high")]);
        using var answer = await server.Client.PostAsync("/_components/form", content, TestContext.Current.CancellationToken);
        var document = await Read(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("<b>Hi", document.QuerySelector("#f-title")?.GetAttribute("value"));
        Assert.Equal("\nfirst line is empty", document.QuerySelector("#f-body")?.TextContent);
        Assert.Equal("high", document.QuerySelector("#f-priority option[selected]")?.GetAttribute("value"));
        Assert.False(document.QuerySelector("#f-tell")?.HasAttribute("checked"));
        Assert.Equal("true", document.QuerySelector("#f-title")?.GetAttribute("aria-invalid"));
        Assert.Equal(["#f-title", "#f-location"], document.QuerySelectorAll("#errors a").Select(a => a.GetAttribute("href")!));
    }

    [Fact]
    public async Task A_first_visit_weighs_less_than_100_KB_compressed()
    {
        var html = await server.Client.GetByteArrayAsync("/_components/record", TestContext.Current.CancellationToken);
        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(html, TestContext.Current.CancellationToken);

        var names = new[] { "helios.js", "helios.css", "icons.svg", "inter-latin.woff2", "live-worker.js", "favicon.svg" };
        var sizes = await Task.WhenAll(names.Select(SizeOf));

        Assert.True(packed.Length + sizes.Sum() < 100_000, $"A first visit weighs {packed.Length + sizes.Sum()} bytes.");
    }

    async Task<long> SizeOf(string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, AssetManifest.Embedded.Address(name));
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await server.Client.SendAsync(request);
        return answer.Content.Headers.ContentLength!.Value;
    }

    async Task<IDocument> Get(string page)
    {
        using var answer = await server.Client.GetAsync("/_components/" + page, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Read(answer);
    }

    static async Task<IDocument> Read(HttpResponseMessage answer) => await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    static string Link(IElement element) => element.GetAttribute("href") ?? element.GetAttribute("action") ?? "";
}
