using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Helios.Server.Composition;

/// <summary>Compresses pages and JSON, but nothing that is not to be stored: those answers carry secrets.</summary>
sealed class PageCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    public override bool ShouldCompressResponse(HttpContext context) =>
        !context.Response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal) && base.ShouldCompressResponse(context);
}
