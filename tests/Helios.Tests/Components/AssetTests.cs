using System.Net;
using System.Security.Cryptography;
using Helios.Web.Assets;
using Xunit;

namespace Helios.Tests.Components;

/// <summary>How the web bundle is served.</summary>
public sealed class AssetTests(GalleryServer server) : IClassFixture<GalleryServer>
{
    [Fact]
    public async Task Every_file_of_the_bundle_is_served_and_may_be_kept_for_ever()
    {
        Assert.NotEmpty(AssetManifest.Embedded.Files);
        foreach (var file in AssetManifest.Embedded.Files)
        {
            using var answer = await Get(AssetManifest.Root + file, null);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task The_browser_gets_the_best_compression_that_it_knows(string accepted, string? expected)
    {
        using var answer = await Get(AssetManifest.Embedded.Address("helios.css"), accepted);

        Assert.Equal(expected, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
    }

    [Fact]
    public async Task All_versions_of_a_file_hold_the_same()
    {
        using var plain = await Get(AssetManifest.Embedded.Address("helios.js"), null);
        using var packed = await Get(AssetManifest.Embedded.Address("helios.js"), "br");
        await using var unpacked = new System.IO.Compression.BrotliStream(await packed.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), System.IO.Compression.CompressionMode.Decompress);

        Assert.Equal(
            await SHA256.HashDataAsync(await plain.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken),
            await SHA256.HashDataAsync(unpacked, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("helios.css")]
    [InlineData("manifest.json")]
    [InlineData("..%2fappsettings.json")]
    public async Task Anything_else_is_not_there(string name)
    {
        using var answer = await Get(AssetManifest.Root + name, null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void The_policy_allows_nothing_inline_but_one_style_by_its_hash()
    {
        var styles = ContentSecurityPolicy.Header.Split("; ").Single(d => d.StartsWith("style-src", StringComparison.Ordinal));

        Assert.Matches("^style-src 'self' 'sha256-[A-Za-z0-9+/]{43}='$", styles);
        Assert.Contains("; script-src 'self';", ContentSecurityPolicy.Header, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", ContentSecurityPolicy.Header, StringComparison.Ordinal);
    }

    async Task<HttpResponseMessage> Get(string address, string? accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accepted is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
