using Microsoft.AspNetCore.Http;

namespace Helios.Core;

/// <summary>The answer to a POST that shows a secret once: kept by no cache, and not compressed.</summary>
/// <param name="show">Renders the page; its form stands in a turbo-frame, and the secret in an element that Turbo never keeps.</param>
sealed class SecretResult(Func<Task<IResult>> show) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var result = await show();
        httpContext.Response.Headers.CacheControl = "no-store";
        await result.ExecuteAsync(httpContext);
    }
}
