using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Helios.Kernel.Secrets;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Secrets;

/// <summary>The real server on a data folder: what was sealed stands in none of its files, and the root key is rotated under kill -9. Each test takes some seconds: it starts the server several times.</summary>
public sealed class SecretProcessTests : IAsyncLifetime
{
    const string Password = "canary quiet herons 4711";
    const string Value = "canary-of-the-mail-relay-4712";
    const string List = "/larkspur/settings/secrets";

    readonly CrashSite site = new();
    readonly List<string> pages = [];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_secret_stands_in_no_file_in_no_line_of_the_log_and_on_no_page_but_the_one_that_was_asked_for()
    {
        await using var server = ServerProcess.Start(site.Data, site.Key);
        var (browser, words) = await SetUp(server, await server.Ready());
        var address = await Create(browser);
        var token = (await browser.Submit(await browser.Open("/larkspur/account/tokens"), "/larkspur/account/tokens", ("name", "canary"), ("days", "30"))).Document.QuerySelector("#token")!.TextContent;
        Assert.Equal(Value, await Reveal(browser, address));
        Assert.Contains(Value, await Api(browser, token, $"{address[(List.Length + 1)..]}/reveal", """{"reason":"The canary sings"}"""), StringComparison.Ordinal);
        await browser.Submit(await Look(browser, List), List + "/rotate");
        await Eventually.Holds(async () => (await Look(browser, List)).Text.Contains("Destroyed", StringComparison.Ordinal));
        foreach (var path in new[] { "/larkspur", List, address, "/larkspur/settings/audit", "/larkspur/settings/audit/events.csv", "/larkspur/settings/audit/events.json", "/larkspur/settings/audit/export", "/larkspur/search?q=mail+relay", "/larkspur/account/tokens" })
            await Look(browser, path);
        // A backup lies in the data folder, and is looked over with it.
        await using (var backup = ServerProcess.Run(site.Key, ["backup", "--data", site.Data]))
            Assert.True(await backup.Exit() == 0, backup.Output);
        Assert.Equal(0, await server.Stop("TERM"));

        string[] secrets = [Password, Value, token, .. words.Chunk(3).Select(some => string.Join(" ", some)), .. words.Chunk(5).Select(line => string.Join("  ", line))];
        Assert.Empty(secrets.Where(secret => pages.Exists(page => page.Contains(secret, StringComparison.Ordinal))));
        Assert.Empty(secrets.Where(secret => server.Output.Contains(secret, StringComparison.Ordinal)));
        var files = Directory.EnumerateFiles(site.Data, "*", SearchOption.AllDirectories).ToList();
        Assert.True(files.Count > 500, "A cluster has some hundred files.");
        var needles = secrets.SelectMany(secret => new[] { Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret))) }).ToList();
        var sealedName = Encoding.UTF8.GetBytes("Mail relay");
        var sawName = false;
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file, Stop);
            Assert.True(needles.TrueForAll(needle => bytes.AsSpan().IndexOf(needle) < 0), $"{file} holds a secret.");
            sawName |= bytes.AsSpan().IndexOf(sealedName) >= 0;
        }

        // What is not secret is found: the search itself works.
        Assert.True(sawName);
    }

    [Fact]
    public async Task The_root_key_is_rotated_under_kills_and_everything_goes_on()
    {
        string address;
        Browser browser;
        await using (var server = ServerProcess.Start(site.Data, site.Key))
        {
            (browser, _) = await SetUp(server, await server.Ready());
            address = await Create(browser);
            await using var busy = ServerProcess.Run(site.Key, ["secrets", "rotate-root", "--data", site.Data]);
            Assert.Equal(1, await busy.Exit());
            Assert.Contains("Stop it first", busy.Output, StringComparison.Ordinal);
            await server.Stop("TERM");
        }

        var before = await File.ReadAllTextAsync(site.Key, Stop);
        foreach (var milliseconds in new[] { 1000, 700, 300, 1300 }.Take(Volume.Of(everyday: 2, full: 4)))
        {
            // Wherever it is by then; the last of them may have come to its end.
            await using (var cut = ServerProcess.Run(site.Key, ["secrets", "rotate-root", "--data", site.Data]))
                await Task.WhenAny(cut.Exit(), Task.Delay(milliseconds, Stop));
            await Eventually.Holds(() => Task.FromResult(!IsRunning()));
        }

        await using (var whole = ServerProcess.Run(site.Key, ["secrets", "rotate-root", "--data", site.Data]))
        {
            Assert.True(await whole.Exit() == 0, whole.Output);
            Assert.Contains("From now on everything stands under", whole.Output, StringComparison.Ordinal);
        }

        Assert.NotEqual(before, await File.ReadAllTextAsync(site.Key, Stop));
        await using var again = ServerProcess.Start(site.Data, site.Key);
        var moved = new Browser(new RemoteHandler(await again.Ready()), "192.0.2.1");
        moved.Cookies.Add(browser.Cookies.GetAllCookies());
        // The session goes on, the secret opens, and the owner is led to the new copy.
        Assert.Equal(Value, await Reveal(moved, address));
        Assert.Equal("/larkspur/recovery-copy", (await moved.Open("/larkspur")).Leads);
        await using (var doctor = ServerProcess.Run(site.Key, ["doctor", "--data", site.Data]))
        {
            Assert.Equal(1, await doctor.Exit());
            Assert.Contains("Nobody has proven that the recovery copy", doctor.Output, StringComparison.Ordinal);
            Assert.Contains("Every key below it opens", doctor.Output, StringComparison.Ordinal);
        }

        await again.Stop("TERM");
    }

    /// <summary>Sets Larkspur up as its owner does; gives the browser and the words of the recovery copy.</summary>
    async Task<(Browser Browser, string[] Words)> SetUp(ServerProcess server, Uri address)
    {
        var browser = new Browser(new RemoteHandler(address), "192.0.2.1");
        await Eventually.Holds(() => Task.FromResult(server.Output.Contains("/set-up/", StringComparison.Ordinal)));
        var link = Regex.Match(server.Output, "/set-up/[^ \n]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        var done = await browser.Submit(await browser.Open(link), link, ("organization", "Larkspur Labs"), ("slug", "larkspur"), ("name", "Amara Osei"), ("mail", "amara@larkspur.example"), ("password", Password));
        Assert.Equal("/larkspur/recovery-copy", done.Leads);
        var shown = await browser.Submit(await browser.Open(done.Leads!), "/larkspur/recovery-copy");
        var words = RecoveryCopy.Words(RecoveryCopy.Read(shown.Document.QuerySelector("#copy")!.TextContent)).ToArray();
        var proven = await browser.Submit(await browser.Open("/larkspur/recovery-copy/proof"), "/larkspur/recovery-copy/proof", ("words", string.Join(' ', words)));
        Assert.Equal("/larkspur", proven.Leads);
        return (browser, words);
    }

    async Task<string> Create(Browser browser)
    {
        var made = await browser.Submit(await Look(browser, List + "/new"), List, ("name", "Mail relay"), ("value", Value), ("description", "For the canary"));
        Assert.Equal(HttpStatusCode.SeeOther, made.Status);
        return made.Leads!;
    }

    async Task<BrowserPage> Look(Browser browser, string path)
    {
        var page = await browser.Open(path);
        pages.Add(page.Body);
        return page;
    }

    static async Task<string> Reveal(Browser browser, string address) =>
        (await browser.Submit(await browser.Open(address), address + "/reveal", ("reason", "The canary sings"))).Document.QuerySelector("#value")!.TextContent;

    static async Task<string> Api(Browser browser, string token, string path, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/secrets/" + path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("Authorization", "Bearer " + token);
        request.Headers.Add("Idempotency-Key", "canary");
        return (await browser.Copy().Send(request)).Body;
    }

    bool IsRunning() => ServerProcess.PostgresOf(site.Data) is var postgres and > 0 && Directory.Exists($"/proc/{postgres}") && !File.ReadAllText($"/proc/{postgres}/stat").Contains(") Z ", StringComparison.Ordinal);
}
