using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Web.Pages;

/// <summary>Answers a form that is no command, outside every organization.</summary>
sealed class OpenPostHandler(Func<PageRequest, IFormCollection, Task<IResult>> answer)
{
    public async Task Answer(HttpContext http)
    {
        var result = await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http) && await PageScopes.Find(http) is { } scope
            ? await answer(new PageRequest(http, scope), await http.Request.ReadFormAsync(http.RequestAborted))
            : PageProblems.Page(http, PageTokens.Expired);
        await result.ExecuteAsync(http);
    }
}
