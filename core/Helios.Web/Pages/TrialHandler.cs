using Helios.Kernel.Modules;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Web.Pages;

/// <summary>Answers a form below the organization that changes nothing.</summary>
sealed class TrialHandler(Module module, string permission, Func<PageRequest, IFormCollection, Task<IResult>> answer)
{
    public async Task Answer(HttpContext http)
    {
        if (await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            await new PageHandler(module, permission, async request => await answer(request, await http.Request.ReadFormAsync(http.RequestAborted))).Answer(http);
        else
            await PageProblems.Page(http, PageTokens.Expired).ExecuteAsync(http);
    }
}
