using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Xunit;

namespace Helios.BrowserTests.Journeys;

/// <summary>A token from the account page does by REST what its owner does by pages.</summary>
public sealed class ApiTests(RunningHelios helios) : Journey(helios)
{
    [Fact]
    public async Task A_token_is_shown_once_and_works_until_it_is_revoked()
    {
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go("/larkspur");
        var token = await Token(tab, "Inventory script");
        Assert.StartsWith("helios_personal_", token, StringComparison.Ordinal);
        using var client = Client(token);
        var account = await client.GetFromJsonAsync<JsonElement>("/api/v1/account", Stop);
        Assert.Equal("Amara Osei", account.GetProperty("name").GetString());

        await tab.SeesNo(tab.Link("Done"));
        await tab.Field("I've saved this token").CheckAsync();
        await tab.Link("Done").ClickAsync();
        await tab.Sees("Inventory script");
        Assert.DoesNotContain(token, await tab.Page.ContentAsync(), StringComparison.Ordinal);
        await tab.Page.GoBackAsync();
        await tab.Ready();
        Assert.DoesNotContain(token, await tab.Page.ContentAsync(), StringComparison.Ordinal);

        await tab.Go("/larkspur/account/tokens");
        await tab.Button("Revoke Inventory script").ClickAsync();
        await tab.IsTold("Token revoked");
        var refused = await client.GetAsync("/api/v1/account", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Tickets_are_made_found_and_changed_under_their_version()
    {
        var tab = await Helios.SignInAs(Roles.ItStaff);
        using var client = Client(await Token(tab, "Tickets"));
        var made = await client.PostAsJsonAsync("/api/v1/tickets", new { subject = "Scanner in the lobby", priority = "high" }, Stop);
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync(Stop));
        var key = (await made.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("key").GetString();

        var list = await client.GetFromJsonAsync<JsonElement>("/api/v1/tickets?q=priority:high&count=true", Stop);
        Assert.Contains(list.GetProperty("items").EnumerateArray(), row => row.GetProperty("key").GetString() == key);

        var one = await client.GetAsync($"/api/v1/tickets/{key}", Stop);
        var tag = one.Headers.ETag!;
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Patch(client, key!, "Scanner in the hall", null)).StatusCode);
        Assert.True((await Patch(client, key!, "Scanner in the hall", tag)).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Patch(client, key!, "Scanner in the yard", tag)).StatusCode);

        // What a program changed stands on the page.
        await tab.Go($"/larkspur/desk/tickets/{key}");
        await tab.Sees(tab.Heading("Scanner in the hall"));
    }

    [Fact]
    public async Task A_mistake_is_a_problem_that_names_every_field()
    {
        var tab = await Helios.SignInAs(Roles.ItStaff);
        using var client = Client(await Token(tab, "Mistakes"));
        var answer = await client.PostAsJsonAsync("/api/v1/tickets", new { subject = "", priority = "yesterday" }, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Contains("priority", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_of_the_api_can_be_fetched_by_anybody_with_a_token()
    {
        var tab = await Helios.SignInAs(Roles.ItStaff);
        using var client = Client(await Token(tab, "Description"));
        var description = await client.GetFromJsonAsync<JsonElement>("/api/v1/openapi.json", Stop);

        Assert.StartsWith("3.1", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Contains(description.GetProperty("paths").EnumerateObject(), path => path.Name.EndsWith("/tickets", StringComparison.Ordinal));
    }

    static Task<HttpResponseMessage> Patch(HttpClient client, string key, string subject, EntityTagHeaderValue? version)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/tickets/{key}") { Content = JsonContent.Create(new { subject }) };
        if (version is not null)
            request.Headers.IfMatch.Add(version);
        return client.SendAsync(request, Stop);
    }

    static async Task<string> Token(Tab tab, string name)
    {
        await tab.Go("/larkspur/account/tokens");
        await tab.Field("What is it for?").FillAsync(name);
        await tab.Button("Create token").ClickAsync();
        return await tab.Page.Locator("#token").InnerTextAsync();
    }

    HttpClient Client(string token) => new() { BaseAddress = new(Helios.Address), DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
}
