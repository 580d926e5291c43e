using System.Net;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.Modules;

/// <summary>A module that nothing refers to, loaded from its package: all that it contributes is there, and is hidden at once where it is switched off.</summary>
public sealed class PackagedModuleTests(PackagedHouse house) : IClassFixture<PackagedHouse>
{
    static readonly string[] Everything = ["action", "api", "home", "link", "navigation", "new", "page", "palette", "panel", "peek", "relation", "search", "settings", "short link", "tab"];

    Larkspur Larkspur => house.Larkspur;

    [Fact]
    public async Task All_that_it_contributes_is_shown_hidden_while_it_is_off_and_shown_again()
    {
        Assert.Equal(HttpStatusCode.Created, (await Larkspur.Api("/specimens", house.Token, json: """{ "name": "Quartz" }""")).Status);
        var linked = await Larkspur.Api("/entities/U-1/links", house.Token, json: """{ "to": "SPEC-1", "relation": "grown_from" }""");
        Assert.True(linked.Response.IsSuccessStatusCode, linked.Body);
        Assert.Equal(Everything, await Shown());

        await Switch(on: false);
        Assert.Empty(await Shown());
        Assert.Equal(1L, await Larkspur.House.One<long>("select count(*) from specimen"));

        await Switch(on: true);
        Assert.Equal(Everything, await Shown());
    }

    [Fact]
    public async Task Its_assets_are_served_for_ever_under_an_address_of_their_build()
    {
        var page = await Larkspur.Owner.Open("/larkspur/specimens");
        var style = page.Document.QuerySelector("main link[rel=stylesheet]")!.GetAttribute("href")!;
        Assert.Matches("^/_m/test/[0-9a-f]{12}/specimen\\.css$", style);

        var answer = await Larkspur.Owner.Open(style);
        Assert.Equal("text/css; charset=utf-8", answer.Response.Content.Headers.ContentType!.ToString());
        Assert.Contains("immutable", answer.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("nosniff", answer.Response.Headers.GetValues("X-Content-Type-Options"));
        Assert.StartsWith(".specimen {", answer.Body, StringComparison.Ordinal);
        var request = new HttpRequestMessage(HttpMethod.Get, style) { Headers = { { "Accept-Encoding", "br" } } };
        Assert.Equal(["br"], (await Larkspur.Owner.Send(request)).Response.Content.Headers.ContentEncoding);
        Assert.Equal("text/javascript; charset=utf-8", (await Larkspur.Owner.Open(page.Document.QuerySelector("main script")!.GetAttribute("src")!)).Response.Content.Headers.ContentType!.ToString());

        Assert.Equal(HttpStatusCode.NotFound, (await Larkspur.Owner.Open(style.Replace("specimen.css", "other.css", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Larkspur.Owner.Open("/_m/test/000000000000/specimen.css")).Status);
    }

    [Theory]
    [InlineData("en", "Specimens are kept here.")]
    [InlineData("de", "Hier werden Proben verwahrt.")]
    public async Task Its_texts_come_from_the_satellites_of_the_package(string language, string text) =>
        Assert.Contains(text, (await Larkspur.Owner.Open("/larkspur/specimens?language=" + language)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Its_tab_stands_beside_the_record_and_marks_the_page_that_is_open()
    {
        var tabs = (await Larkspur.Owner.Open("/larkspur/people/U-1")).Document.QuerySelectorAll("main nav.tabs a");
        Assert.Equal(["Overview", "Specimens"], tabs.Select(tab => tab.TextContent));
        Assert.Equal("page", tabs[0].GetAttribute("aria-current"));
        Assert.Equal("/larkspur/people/U-1/specimens", tabs[1].GetAttribute("href"));
        await Larkspur.Api("/tickets", house.Token, json: """{ "subject": "The printer hums" }""");
        Assert.Equal(["Conversation 1", "Timeline", "Specimens"], (await Larkspur.Owner.Open("/larkspur/desk/tickets/T-1")).Document.QuerySelectorAll("main nav.tabs a").Select(tab => tab.TextContent));
        Assert.Contains("Specimens of U-1", (await Larkspur.Owner.Open("/larkspur/people/U-1/specimens")).Text, StringComparison.Ordinal);
    }

    async Task Switch(bool on)
    {
        var page = await Larkspur.Owner.Open("/larkspur/settings/modules");
        await Larkspur.Owner.Submit(page, "/larkspur/settings/modules/test", ("on", on ? "true" : "false"));
    }

    /// <summary>The names of the places where something of the module can be seen.</summary>
    async Task<IReadOnlyList<string>> Shown()
    {
        var owner = Larkspur.Owner;
        var home = await owner.Open("/larkspur");
        var person = await owner.Open("/larkspur/people/U-1");
        (string Place, bool IsShown)[] places =
        [
            ("action", Leads(person, "main .page-head a[href$='/specimens/new']")),
            ("api", (await Larkspur.Api("/specimens/SPEC-1", house.Token)).Status == HttpStatusCode.OK),
            ("home", home.Text.Contains("Specimens on Home", StringComparison.Ordinal)),
            ("link", person.Text.Contains("Quartz", StringComparison.Ordinal)),
            ("navigation", Leads(home, "#nav a[href='/larkspur/specimens']")),
            ("new", home.Document.QuerySelectorAll("a[href='/larkspur/specimens/new']").Any(link => link.TextContent.Contains("Specimen", StringComparison.Ordinal) && link.Closest("command-palette") is null)),
            ("page", (await owner.Open("/larkspur/specimens")).Status == HttpStatusCode.OK),
            ("palette", home.Body.Contains("New specimen", StringComparison.Ordinal)),
            ("panel", person.Text.Contains("Specimens beside Amara Osei", StringComparison.Ordinal)),
            ("peek", (await Peeked("/larkspur/specimens/SPEC-1")).Document.QuerySelector("body > turbo-frame#peek:only-child h2.title")?.TextContent == "Quartz"),
            ("relation", (await Larkspur.Api("/entities/U-1/links", house.Token)).Body.Contains("grown from", StringComparison.Ordinal)),
            ("search", (await owner.Open("/larkspur/search?q=Quartz")).Document.QuerySelector("main a[href$='/specimens/SPEC-1']") is not null),
            ("settings", Leads(await owner.Open("/larkspur/settings/modules"), "main a[href='/larkspur/settings/specimens']")),
            ("short link", (await owner.Open("/larkspur/go/SPEC-1")).Status == HttpStatusCode.SeeOther),
            ("tab", Leads(person, "main nav.tabs a[href$='/U-1/specimens']")),
        ];
        return [.. places.Where(place => place.IsShown).Select(place => place.Place)];
    }

    Task<BrowserPage> Peeked(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(Web.Pages.Peek.Header, Web.Pages.Peek.Frame);
        return Larkspur.Owner.Send(request);
    }

    static bool Leads(BrowserPage page, string selector) => page.Document.QuerySelector(selector) is not null;
}
