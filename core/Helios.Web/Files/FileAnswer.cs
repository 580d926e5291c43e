using Helios.Kernel.Files;
using Helios.Kernel.Scopes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Helios.Web.Files;

/// <summary>
/// Sends a file that somebody gave. Browsers show pictures and PDF of it and nothing else, and even if one of them took it for a
/// page, that page would run no script, load nothing and know no cookie.
/// </summary>
public static class FileAnswer
{
    /// <summary>Nothing runs, nothing loads, and no origin of its own; only pages of this house may frame it. Chromium shows a PDF under it as without.</summary>
    const string Policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'";

    /// <summary>The answer, with ranges and an entity tag; 304 and 206 included.</summary>
    /// <param name="http">The request.</param>
    /// <param name="scope">Whose file it is.</param>
    /// <param name="file">What a query found for this actor.</param>
    /// <param name="isShown">Whether a browser may show it, if it is a picture or a PDF.</param>
    public static IResult Of(HttpContext http, Scope scope, StoredFile file, bool isShown)
    {
        isShown &= MediaTypes.IsShown(file.MediaType);
        var disposition = new ContentDispositionHeaderValue(isShown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "private, max-age=31536000, immutable";
        // Somebody else at the same browser is asked for his own right.
        headers.Vary = "Cookie, Authorization";
        var path = http.RequestServices.GetRequiredService<FileStore>().PathOf(scope.Organization!.Id, file.ContentHash);
        return TypedResults.PhysicalFile(
            path, isShown ? file.MediaType : MediaTypes.Unknown, entityTag: new EntityTagHeaderValue($"\"{file.ContentHash}\""), enableRangeProcessing: true);
    }
}
