using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Embedded;
using Helios.Kernel.Secrets;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.Files;

/// <summary>A real server that dies while a file comes in. It takes some seconds: the server is started twice.</summary>
public sealed partial class UploadCrashTests(CrashSite site) : IClassFixture<CrashSite>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_killed_in_the_middle_of_a_file_leaves_a_half_that_nobody_sees_and_that_the_next_start_removes()
    {
        await using var first = ServerProcess.Start(site.Data, site.Key);
        var address = await first.Ready();
        await Eventually.Holds(() => Task.FromResult(SetupLink().IsMatch(first.Output)));
        var token = await SetUp(address, SetupLink().Match(first.Output).Value);
        var organization = (Guid)(await EmptyDatabases.Sql(Database.Owner, "select id from platform.organization"))!;
        using (var socket = new TcpClient(address.Host, address.Port))
        {
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /api/v1/uploads?fileName=half.bin HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\nContent-Type: application/octet-stream\r\nContent-Length: 1000000\r\n\r\n"), Stop);
            await socket.GetStream().WriteAsync(new byte[300_000], Stop);
            await Eventually.Holds(() => Task.FromResult(Halves(organization).Any(half => new FileInfo(half).Length > 0)));
            await first.Kill();
        }

        var left = Assert.Single(Halves(organization));
        Assert.Equal([left], Directory.GetFiles(Path.Combine(site.Data, "files"), "*", SearchOption.AllDirectories));
        // Its sender is dead; what lies there for minutes is nobody's.
        File.SetLastWriteTimeUtc(left, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1));

        await using var second = ServerProcess.Start(site.Data, site.Key);
        await second.Ready();
        await Eventually.Holds(() => Task.FromResult(!File.Exists(left)));
        Assert.Equal(0L, await EmptyDatabases.Sql(Database.Owner, "select count(*) from upload"));
        await second.Stop("TERM");
    }

    DatabaseConnections Database => EmbeddedPostgres.Running(site.Data);

    /// <summary>Sets the server up as one does it in a browser; gives an access token.</summary>
    async Task<string> SetUp(Uri address, string link)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, ConnectCallback = (_, stop) => Connect(address, stop) };
        var browser = new Browser(handler, "127.0.0.1");
        var key = await new RootKeyStore(Database.Owner, new RootKeyPlace(site.Key, IsFile: true), TimeProvider.System, static _ => { }).Open(Stop);
        await Larkspur.SetUp(link, browser, key);
        return await Larkspur.Token(browser);
    }

    static async ValueTask<Stream> Connect(Uri address, CancellationToken stop)
    {
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, stop);
        return client.GetStream();
    }

    string[] Halves(Guid organization) =>
        Directory.Exists(Incoming(organization)) ? Directory.GetFiles(Incoming(organization)) : [];

    string Incoming(Guid organization) => Path.Combine(site.Data, "files", organization.ToString(), "incoming");

    [GeneratedRegex("/set-up/[^ \\s]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SetupLink();
}
