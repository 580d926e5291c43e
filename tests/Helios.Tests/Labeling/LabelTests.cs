using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Labeling;

/// <summary>An organization's own words stand on every page, and the stock words on none. It grows with every kind and every page.</summary>
public sealed partial class LabelTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    /// <summary>Pages that show something other than the organization's own words, and why.</summary>
    static readonly Dictionary<string, string> Apart = new(StringComparer.Ordinal)
    {
        ["/{organization}/settings/labels/{label}"] = "It shows the stock word to go back to.",
        ["/{organization}/api"] = "The API keeps its own names, whatever an organization calls things.",
        ["/{organization}/api/{name}"] = "The API keeps its own names, whatever an organization calls things.",
    };

    [Fact]
    public async Task Every_page_uses_the_organizations_words()
    {
        var stock = await Odd();
        var fixtures = await Fill();
        List<string> violations = [];
        var seen = 0;
        foreach (var (pattern, address) in Addresses(fixtures).Where(page => !Apart.ContainsKey(page.Pattern)))
        {
            var page = await larkspur.Owner.Open(address);
            if (page.Status != HttpStatusCode.OK || !IsPage(page))
                continue;
            seen++;
            var words = Words(page.Document);
            violations.AddRange(stock.Where(word => Regex.IsMatch(words, $@"\b{word}\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5)))
                .Select(word => $"{pattern} says “{word}”: …{Around(words, word)}…"));
        }

        Assert.True(seen > 12, $"Only {seen} pages were opened.");
        Assert.True(violations.Count == 0, string.Join('\n', violations.Distinct()));
        Assert.Contains("New Ωticket", (await larkspur.Owner.Open("/larkspur/desk/tickets")).Text, StringComparison.Ordinal);
        Assert.Contains("Ωtickets", (await larkspur.Owner.Open("/larkspur")).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("There is no Ωticket here", (await larkspur.Owner.Open("/larkspur/desk/tickets/T-9999")).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("opened this Ωticket", (await larkspur.Owner.Open($"/larkspur/desk/tickets/{fixtures["ticket"]}/timeline")).Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_gives_and_takes_labels_and_its_own_names_stay()
    {
        var token = await Larkspur.Token(larkspur.Owner, "labels");
        Assert.Equal(HttpStatusCode.NoContent, (await Put("/labels/field", token, """{"one":"Merkmal","many":"Merkmale"}""")).Status);
        var label = (await Labels(token)).Single(item => (string)item["label"]! == "field");
        Assert.Equal(("Merkmal", "Merkmale", "Field", "Fields"), ((string)label["one"]!, (string)label["many"]!, (string)label["stockOne"]!, (string)label["stockMany"]!));
        Assert.Equal(HttpStatusCode.OK, (await larkspur.Api("/fields", token)).Status);
        var reset = await Send(HttpMethod.Delete, "/labels/field", token, null);
        Assert.Equal(HttpStatusCode.NoContent, reset.Status);
        Assert.Equal("Field", (string)(await Labels(token)).Single(item => (string)item["label"]! == "field")["one"]!);
        Assert.Equal(HttpStatusCode.BadRequest, (await Put("/labels/field", token, """{"one":"{ticket}"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Put("/labels/unicorn", token, """{"one":"Einhorn"}""")).Status);
    }

    [Fact]
    public async Task A_place_is_renamed_in_the_settings_after_a_preview()
    {
        const string Address = "/larkspur/settings/labels/area.estate";
        var preview = await larkspur.Owner.Open(Address + "?one=" + Uri.EscapeDataString("Liegenschaft"));
        Assert.Contains("Liegenschaft", preview.Document.QuerySelector("#preview")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Liegenschaft", (await larkspur.Owner.Open("/larkspur")).Body, StringComparison.Ordinal);
        Assert.Equal("/larkspur/settings/labels", (await larkspur.Owner.Submit(preview, Address)).Leads);
        Assert.Contains("Liegenschaft", (await larkspur.Owner.Open("/larkspur")).Document.QuerySelector("nav")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/larkspur/settings/labels", (await larkspur.Owner.Submit(await larkspur.Owner.Open(Address), Address + "/reset")).Leads);
        Assert.DoesNotContain("Liegenschaft", (await larkspur.Owner.Open("/larkspur")).Body, StringComparison.Ordinal);
    }

    /// <summary>Gives every kind an odd label; the stock words that must be gone.</summary>
    async Task<IReadOnlyList<string>> Odd()
    {
        var token = await Larkspur.Token(larkspur.Owner, "odd");
        List<string> stock = [];
        foreach (var kind in larkspur.House.Registry.Kinds.Where(kind => kind.Module.IsOptional || kind.Name is "user" or "location"))
        {
            Assert.Equal(HttpStatusCode.NoContent, (await Put($"/labels/{kind.Name}", token, $$"""{"one":"Ω{{kind.Name}}","many":"Ω{{kind.Name}}s"}""")).Status);
            stock.AddRange([kind.Label.One, kind.Label.Many]);
        }

        return stock;
    }

    /// <summary>One of each kind, so that pages of records are there; the key by the name of the kind.</summary>
    async Task<Dictionary<string, string>> Fill()
    {
        var user = await larkspur.Person("Mei Tanaka", "mei@larkspur.example");
        var place = await larkspur.Owner.Submit(await larkspur.Owner.Open("/larkspur/locations/new"), "/larkspur/locations", ("name", "Annex"));
        var made = await larkspur.Owner.Submit(await larkspur.Owner.Open("/larkspur/desk/tickets/new"), "/larkspur/desk/tickets/new", ("subject", "Quiet screen"), ("requester", user), ("priority", "high"));
        return new Dictionary<string, string>(StringComparer.Ordinal) { ["user"] = user, ["location"] = place.Leads!.Split('/')[^1], ["ticket"] = made.Leads!.Split('/')[^1] };
    }

    IEnumerable<(string Pattern, string Address)> Addresses(Dictionary<string, string> keys) =>
        from endpoint in larkspur.House.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
        let pattern = endpoint.RoutePattern.RawText!
        where pattern.StartsWith(PageRoutes.Organization, StringComparison.Ordinal)
        let address = Part().Replace("/larkspur" + pattern[PageRoutes.Organization.Length..], part => keys.GetValueOrDefault(part.Groups["name"].Value, ""))
        where !address.Contains("//", StringComparison.Ordinal)
        select (pattern, address);

    /// <summary>Files for programs say what the API says: immutable names, and what was written.</summary>
    static bool IsPage(BrowserPage page) => page.Response.Content.Headers.ContentType?.MediaType is "text/html";

    /// <summary>Every word that a person reads or hears, without what people wrote, code, and examples of filters.</summary>
    static string Words(IDocument document)
    {
        foreach (var silent in document.QuerySelectorAll("script, style, code, kbd, .mono, [data-code]"))
            silent.Remove();
        var heard = document.QuerySelectorAll("[aria-label], [title], [placeholder], [alt]")
            .SelectMany(element => new[] { "aria-label", "title", "alt" }.Select(element.GetAttribute));
        return string.Join(" ¶ ", new[] { document.Title, document.Body!.TextContent }.Concat(heard).OfType<string>());
    }

    static string Around(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return string.Join(' ', text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    async Task<IEnumerable<JsonNode>> Labels(string token) => JsonNode.Parse((await larkspur.Api("/labels", token)).Body)!["items"]!.AsArray().Select(item => item!);

    Task<BrowserPage> Put(string path, string token, string json) => Send(HttpMethod.Put, path, token, json);

    Task<BrowserPage> Send(HttpMethod method, string path, string token, string? json)
    {
        var request = new HttpRequestMessage(method, "/api/v1" + path);
        request.Headers.Add("Authorization", "Bearer " + token);
        if (json is not null)
            request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        return larkspur.House.NewBrowser().Send(request);
    }

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}
