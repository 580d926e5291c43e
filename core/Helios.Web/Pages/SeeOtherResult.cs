using Microsoft.AspNetCore.Http;

namespace Helios.Web.Pages;

/// <summary>303: what a form leads to once its command is done.</summary>
sealed class SeeOtherResult(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
