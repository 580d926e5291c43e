using System.Net;
using Helios.Kernel.Secrets;
using Helios.Server.Composition;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Npgsql;
using Xunit;

namespace Helios.Tests.Composition;

public sealed class ApplicationTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    [Fact]
    public async Task Pages_carry_the_headers_that_bind_browsers()
    {
        var page = await larkspur.Owner.Open("/larkspur");
        var headers = page.Response.Headers;
        Assert.StartsWith("default-src 'self'; script-src 'self';", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("no-cache, private", headers.CacheControl!.ToString());
        Assert.False(headers.Contains("blazor-enhanced-nav"));
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task Pages_are_compressed_and_answers_with_secrets_are_not()
    {
        Assert.Equal("gzip", (await Compressed("/larkspur")).Response.Content.Headers.ContentEncoding.Single());
        var made = await larkspur.Owner.Open("/larkspur/account/tokens");
        var token = made.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var request = new HttpRequestMessage(HttpMethod.Post, "/larkspur/account/tokens")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("name", "secret"), new("days", "30")]),
        };
        request.Headers.Add("Accept-Encoding", "gzip");
        Assert.Empty((await larkspur.Owner.Send(request)).Response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task An_address_that_nothing_has_is_a_page_for_people_and_a_problem_for_programs()
    {
        var page = await larkspur.Owner.Open("/nothing/at/all");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Nothing here", page.Text, StringComparison.Ordinal);
        var problem = await larkspur.Owner.Open("/api/v1/nothing");
        Assert.Equal("application/problem+json", problem.Response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Watchdogs_learn_that_it_lives_and_can_serve()
    {
        Assert.Equal("ok\n", (await larkspur.House.NewBrowser().Open("/healthz")).Body);
        Assert.Equal("ready\n", (await larkspur.House.NewBrowser().Open("/readyz")).Body);
    }

    [Fact]
    public async Task Figures_are_for_callers_on_the_same_machine()
    {
        await larkspur.Owner.Open("/larkspur/account");
        var figures = await larkspur.House.NewBrowser("127.0.0.1").Open("/metrics");
        Assert.Matches("(?m)^helios_runs_total\\{code=\"ok\",name=\"account\\.get\"\\} [1-9]", figures.Body);
        Assert.Matches("(?m)^http_server_request_duration_seconds_bucket\\{.*le=\"\\+Inf\"\\} [1-9]", figures.Body);
        Assert.All(figures.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches("^(# (HELP|TYPE) .+|[a-zA-Z_:][a-zA-Z0-9_:]*(\\{.*\\})? [-+.0-9eENaIinfty]+)$", line));
        Assert.Equal(HttpStatusCode.NotFound, (await larkspur.House.NewBrowser().Open("/metrics")).Status);
    }

    [Fact]
    public async Task The_keys_that_protect_forms_lie_sealed_in_the_database()
    {
        var xml = await larkspur.House.One<string>("select xml from platform.data_protection_key limit 1");
        Assert.Contains("sealedKey", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:8430", false, "in clear")]
    [InlineData("http://192.0.2.4:8430", false, "in clear")]
    [InlineData("https://127.0.0.1:8430", false, "certificate")]
    [InlineData("http://0.0.0.0:8430", true, null)]
    [InlineData("http://[::1]:8430", false, null)]
    public async Task Sign_ins_never_cross_a_network_in_clear(string address, bool hasProxy, string? refusal)
    {
        await using var nothing = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1");
        var settings = new ApplicationSettings
        {
            Database = nothing,
            RootKey = RootKey.Make(TimeProvider.System),
            FilesFolder = "unused",
            Addresses = [new Uri(address)],
            TrustedProxies = hasProxy ? [IPNetwork.Parse("10.0.0.0/8")] : [],
        };
        if (refusal is null)
            await using (HeliosApplication.Build(settings))
                return;
        Assert.Contains(refusal, Assert.Throws<InvalidOperationException>(() => HeliosApplication.Build(settings)).Message, StringComparison.Ordinal);
    }

    Task<BrowserPage> Compressed(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "gzip");
        return larkspur.Owner.Send(request);
    }
}
