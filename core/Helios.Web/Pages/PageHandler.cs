using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Pages;

/// <summary>Answers a GET: finds the scope, checks module and permission, shows the page.</summary>
sealed class PageHandler(Module module, string? permission, Func<PageRequest, Task<IResult>> show)
{
    public async Task Answer(HttpContext http)
    {
        var scope = await PageScopes.Find(http);
        var result = scope is null
            ? PageScopes.SignIn(http)
            : scope.Organization?.ModulesOff.Contains(module.Id) == true
                ? PageProblems.Page(http, Problem.NotFound("such page"))
                : permission is not null && !scope.Actor.Can(permission)
                    ? PageProblems.Page(http, Problem.Forbidden(permission))
                    : await show(new PageRequest(http, scope));
        await result.ExecuteAsync(http);
    }
}
