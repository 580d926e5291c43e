using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Core.Identity.Sessions;

/// <summary>Signs the browser in and leads on (303).</summary>
sealed class SignedInResult(Guid account, string address) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await httpContext.RequestServices.GetRequiredService<SessionStore>().Begin(httpContext, account);
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
    }
}
