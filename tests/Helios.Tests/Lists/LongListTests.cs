using System.Net;
using System.Net.Http.Headers;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.Lists;

/// <summary>Long lists without scripts and as scripts ask for them: more rows, the way on, the way back, the order of keys.</summary>
public sealed class LongListTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    const string List = "/larkspur/people?q=";

    [Fact]
    public async Task A_list_grows_by_links_and_by_streams_and_the_way_back_leads_through_the_same_pages()
    {
        await Fill(130);
        var first = await larkspur.Owner.Open(List);
        Assert.Equal(50, Rows(first).Count);
        Assert.StartsWith("1–50 of ", Range(first), StringComparison.Ordinal);

        // By link: the same page with more rows.
        var longer = await larkspur.Owner.Open(More(first)!.GetAttribute("href")!);
        Assert.Equal(100, Rows(longer).Count);
        Assert.Equal(Rows(first), Rows(longer).Take(50));

        // By script: the rows alone, that the link would add.
        var request = new HttpRequestMessage(HttpMethod.Get, More(first)!.GetAttribute("data-then"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/vnd.turbo-stream.html"));
        var stream = await larkspur.Owner.Send(request);
        Assert.Equal("text/vnd.turbo-stream.html", stream.Response.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("<html", stream.Body, StringComparison.Ordinal);
        foreach (var key in Rows(longer).Skip(50))
            Assert.Contains($"<tr id=\"{key}\">", stream.Body, StringComparison.Ordinal);
        Assert.Contains("1–100", WebUtility.HtmlDecode(stream.Body), StringComparison.Ordinal);
        Assert.Contains(More(longer)!.GetAttribute("href")!, WebUtility.HtmlDecode(stream.Body), StringComparison.Ordinal);

        // Ten pages at most stand on one; this one is at its end before.
        var all = await larkspur.Owner.Open(List + "&rows=500");
        Assert.Null(More(all));
        Assert.Equal(Rows(all).Count, Rows(all).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task The_way_back_ends_on_the_first_page()
    {
        await Fill(130);
        var all = Rows(await larkspur.Owner.Open(List + "&rows=500"));
        var json = System.Text.Json.JsonDocument.Parse((await larkspur.Api("/users?limit=50", await Larkspur.Token(larkspur.Owner))).Body).RootElement;
        var second = await larkspur.Owner.Open($"{List}&after={json.GetProperty("next").GetString()}&skipped=50");
        Assert.Equal(all.Skip(50).Take(50), Rows(second));
        Assert.StartsWith("51–100", Range(second), StringComparison.Ordinal);
        var third = await larkspur.Owner.Open(More(second)!.GetAttribute("href")!);
        Assert.Equal(all.Skip(50).Take(80), Rows(third).Take(80));

        var back = await larkspur.Owner.Open(second.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal(all.Take(50), Rows(back));
        Assert.StartsWith("1–50", Range(back), StringComparison.Ordinal);
        Assert.Null(back.Document.QuerySelector("a[rel=prev]"));
        Assert.NotNull(More(back));
    }

    [Fact]
    public async Task Keys_sort_by_their_numbers()
    {
        await Fill(12);
        var page = await larkspur.Owner.Open(List + "&sort=key&columns=key&rows=500");
        var numbers = Rows(page).Select(key => int.Parse(key.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(numbers.Order(), numbers);
        Assert.True(numbers.IndexOf(9) < numbers.IndexOf(10));
    }

    [Fact]
    public async Task A_cursor_of_another_filter_leads_to_the_first_page()
    {
        var page = await larkspur.Owner.Open(List + "&before=AAAA");
        Assert.Equal(HttpStatusCode.SeeOther, page.Status);
        Assert.Equal(List, page.Leads);
    }

    [Fact]
    public async Task Columns_are_chosen_in_the_address_and_kept_by_filter_heads_and_pages()
    {
        var page = await larkspur.Owner.Open(List + "&columns=mail&columns=updated");
        Assert.Equal(["Name", "Mail address", "Updated"], page.Document.QuerySelectorAll("thead th").Select(head => head.TextContent.Trim()));
        Assert.Contains("columns=mail%2Cupdated", page.Document.QuerySelector("thead a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("mail,updated", page.Document.QuerySelector("#filter input[name=columns]")!.GetAttribute("value"));
    }

    static List<string> Rows(BrowserPage page) => [.. page.Document.QuerySelectorAll("#list-rows tr").Select(row => row.Id!)];

    static string Range(BrowserPage page) => page.Document.QuerySelector(".pager .num")!.TextContent;

    static AngleSharp.Dom.IElement? More(BrowserPage page) => page.Document.QuerySelector("#list-more a");

    async Task Fill(int people)
    {
        for (var have = await larkspur.House.One<long>("select count(*) from \"user\""); have < people; have++)
            await larkspur.Person($"Colleague {have:000}");
    }
}
