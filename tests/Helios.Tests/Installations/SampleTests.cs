using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Helios.Kernel.Installations.Embedded;
using Helios.Tests.Fixtures;
using Npgsql;
using Xunit;

namespace Helios.Tests.Installations;

/// <summary>The sample organization in a real process: made, whole, open to whoever has the link, and gone again.</summary>
/// <remarks>Takes half a minute and more: a year of a service desk is made by some five thousand commands.</remarks>
public sealed partial class SampleTests(EmptySite site) : IClassFixture<EmptySite>
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_is_made_lets_in_once_verifies_and_is_removed()
    {
        await using var server = ServerProcess.Start(site.Data, site.Key, "--sample");
        await Told(server, "Open the sample organization");
        await using (var database = NpgsqlDataSource.Create(EmbeddedPostgres.Running(site.Data).Owner))
        {
            Assert.Equal(12L, await One(database, "select count(*) from location"));
            Assert.Equal(250L, await One(database, "select count(*) from entity where kind = 'user'"));
            Assert.Equal(600L, await One(database, "select count(*) from ticket"));
            Assert.Equal(0L, await One(database, "select count(*) from ticket where subject ~ '[{}]' or description ~ '[{}]'"));
            Assert.Equal(0L, await One(database, "select count(*) from comment where body ~ '[{}]'"));
            Assert.Equal(50L, await One(database, "select count(distinct left(subject, 16)) from (select subject from ticket order by created_at desc limit 50) newest"));
            Assert.InRange((long)(await One(database, "select count(*) from ticket t join \"user\" u on u.id = t.assignee_id where u.key = 'U-1'"))!, 20, 200);
            Assert.InRange((long)(await One(database, "select count(*) from comment_mention m join \"user\" u on u.id = m.user_id where u.key = 'U-1'"))!, 2, 20);
            Assert.Equal(0L, await One(database, "select count(*) from ticket where extract(isodow from created_at) > 5 and created_at < now() - interval '4 days'"));
        }

        await using (var verified = ServerProcess.Run(site.Key, ["audit", "verify", "--data", site.Data]))
            Assert.Equal(0, await verified.Exit());

        var link = new Uri(Link().Match(server.Output).Value);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var forwarded = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { { "X-Forwarded-For", "192.0.2.1" } } };
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(forwarded, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.GetAsync(link, Stop)).StatusCode);
        foreach (var path in new[] { "/sample", "/sample/desk/tickets" })
            Assert.Contains("Remove sample", await browser.GetStringAsync(new Uri(link, path), Stop), StringComparison.Ordinal);
        using var stranger = new HttpClient();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(link, Stop)).StatusCode);

        var page = await browser.GetStringAsync(new Uri(link, "/sample/remove-sample"), Stop);
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", Token().Match(page).Groups["token"].Value)]);
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync(new Uri(link, "/sample/remove-sample"), form, Stop)).StatusCode);
        await Told(server, "Set it up with this link");
        await using (var database = NpgsqlDataSource.Create(EmbeddedPostgres.Running(site.Data).Owner))
            Assert.Equal(0L, await One(database, "select count(*) from platform.organization"));
        Assert.Equal(0, await server.Stop("TERM"));

        await using var refused = ServerProcess.Start(site.Data, site.Key, "--sample");
        Assert.Equal(2, await refused.Exit());
        Assert.Contains("holds an installation that is no sample", refused.Output, StringComparison.Ordinal);
    }

    static async Task Told(ServerProcess server, string line)
    {
        var began = Stopwatch.GetTimestamp();
        while (!server.Output.Contains(line, StringComparison.Ordinal))
        {
            Assert.True(!server.HasExited && Stopwatch.GetElapsedTime(began) < Patience, server.Output);
            await Task.Delay(TimeSpan.FromMilliseconds(100), Stop);
        }
    }

    static async Task<object?> One(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Stop);
    }

    [GeneratedRegex("http://[^ ]+/open-sample/[^ \n]+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
