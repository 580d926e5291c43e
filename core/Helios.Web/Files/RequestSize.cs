using Helios.Kernel.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Helios.Web.Files;

/// <summary>How much an address that takes files reads of a request.</summary>
static class RequestSize
{
    /// <summary>Room for the names and fields beside the files.</summary>
    const long Beside = 1 << 20;

    /// <summary>Lets in so many of the largest files.</summary>
    public static void Allow(HttpContext http, int files)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = (files * FileLimits.LargestFile) + Beside;
    }
}
