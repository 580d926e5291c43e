using System.Security.Cryptography;
using System.Text.Json;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Schemas;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Rest.OpenApi;

/// <summary>Answers the description of the API to anybody. It is made at the first request and kept.</summary>
sealed class OpenApiEndpoint(Registry registry, RestRoutes routes, XmlDocs docs)
{
    /// <summary>Below /api/v1.</summary>
    public const string Path = "/openapi.json";

    readonly Lazy<(byte[] Bytes, string Tag)> document = new(() => Write(registry, routes, docs));

    public async Task Answer(HttpContext http)
    {
        var (bytes, tag) = document.Value;
        var response = http.Response;
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache";
        if (RestHeaders.HasVersion(http.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json";
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    static (byte[] Bytes, string Tag) Write(Registry registry, RestRoutes routes, XmlDocs docs)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new OpenApiDocument(registry, routes, docs).Build(), HeliosJson.Options);
        return (bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..8])}\"");
    }
}
