using System.Text;
using Helios.Kernel.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Helios.Web.Files;

/// <summary>Sends a file while it is written. Where writing fails the connection is cut, so that nobody takes a part for the whole.</summary>
/// <param name="file">The file.</param>
/// <param name="isForPeople">Whether a text for spreadsheets begins with a mark: they take UTF-8 for an old encoding without it, and programs stumble over it.</param>
public sealed class StreamedAnswer(StreamedFile file, bool isForPeople) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        response.ContentType = file.MediaType + "; charset=utf-8";
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
        try
        {
            if (isForPeople && file.MediaType is "text/csv")
                await response.Body.WriteAsync(Encoding.UTF8.Preamble.ToArray(), httpContext.RequestAborted);
            await file.Write(response.Body, httpContext.RequestAborted);
        }
        catch (Exception) when (response.HasStarted)
        {
            httpContext.Abort();
            throw;
        }
    }
}
