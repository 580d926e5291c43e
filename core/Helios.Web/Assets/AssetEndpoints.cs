using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Helios.Web.Assets;

/// <summary>Serves the web bundle: compressed at build, cached for ever, the same for everyone.</summary>
public static class AssetEndpoints
{
    static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml; charset=utf-8",
        [".png"] = "image/png",
        [".webp"] = "image/webp",
        [".txt"] = "text/plain; charset=utf-8",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Maps every file of the bundle under <see cref="AssetManifest.Root"/>; anything else there is 404.</summary>
    public static IEndpointConventionBuilder MapAssets(this IEndpointRouteBuilder routes)
    {
        var assets = AssetManifest.Embedded.Files.Select(Read).ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);
        return routes.MapMethods(AssetManifest.Root + "{file}", [HttpMethods.Get, HttpMethods.Head], context =>
            Serve(context, context.Request.RouteValues["file"] is string name ? assets.GetValueOrDefault(name) : null));
    }

    /// <summary>The media type of a file.</summary>
    /// <exception cref="InvalidOperationException">Its end is none that is served.</exception>
    internal static string ContentTypeOf(string name) => ContentTypes.GetValueOrDefault(Path.GetExtension(name))
        ?? throw new InvalidOperationException($"The asset {name} has an end that is not served. Known are {string.Join(", ", ContentTypes.Keys.Order(StringComparer.Ordinal))}.");

    /// <summary>Answers with a file that may be cached for ever; 404 without one.</summary>
    internal static async Task Serve(HttpContext context, Asset? asset)
    {
        if (asset is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var (content, encoding) = Choose(asset, context.Request);
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentType = asset.ContentType;
        headers.ContentLength = content.Length;
        if (asset.Brotli is not null)
            headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        if (HttpMethods.IsGet(context.Request.Method))
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    static (ReadOnlyMemory<byte> Content, string? Encoding) Choose(Asset asset, HttpRequest request)
    {
        if (asset.Brotli is { } brotli && Accepts(request, "br"))
            return (brotli, "br");
        if (asset.Gzip is { } gzip && Accepts(request, "gzip"))
            return (gzip, "gzip");
        return (asset.Plain, null);
    }

    static bool Accepts(HttpRequest request, string encoding) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted)
        && accepted.Any(a => a.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && a.Quality is null or > 0);

    static Asset Read(string name) => new(
        name,
        ContentTypeOf(name),
        Bytes(name) ?? throw new InvalidOperationException($"The web bundle names {name} but does not hold it. Run `npm run build` in web/, then build again."),
        Bytes(name + ".br"),
        Bytes(name + ".gz"));

    static ReadOnlyMemory<byte>? Bytes(string name)
    {
        using var stream = AssetManifest.Open(name);
        if (stream is null)
            return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
