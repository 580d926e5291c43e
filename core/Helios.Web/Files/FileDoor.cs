using Helios.Kernel.Files;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Helios.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Web.Files;

/// <summary>Takes one file from a page's script, which shows how far it has come: the body is the file, its name stands in the header X-File-Name.</summary>
public static class FileDoor
{
    /// <summary>The file's name, as encodeURIComponent writes it.</summary>
    const string NameHeader = "X-File-Name";

    /// <summary>Receives the file; the answer is the upload for the command that takes it, or a problem.</summary>
    public static async Task<IResult> Receive(PageRequest request)
    {
        var http = request.Http;
        // The body is the file, so the token can only stand in the header.
        if (http.Request.HasFormContentType || !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            return new Refusal(PageTokens.Expired);
        if (http.Request.ContentLength > FileLimits.LargestFile)
            return new Refusal(FileStore.TooLarge);
        RequestSize.Allow(http, files: 1);
        var name = Uri.UnescapeDataString(http.Request.Headers[NameHeader].ToString());
        var received = await http.RequestServices.GetRequiredService<Uploads>().Receive(request.Scope, http.Request.Body, name, key: null, request.Stop);
        if (!received.Succeeded)
            return new Refusal(received.Problem);
        return TypedResults.Ok(new { received.Value.Id, received.Value.Name, received.Value.Size });
    }

    sealed class Refusal(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => ProblemAnswer.Write(httpContext, problem);
    }
}
