using Helios.Kernel.Commands;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Web.Input;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Web.Pages;

/// <summary>Answers a posted form: the fields are the command's input; done leads on by 303, a mistake shows the form again with 422.</summary>
sealed class FormHandler<TCommand, TResult>(
    Module module, Func<PageRequest, TCommand, TResult, IResult> done, Func<PageRequest, Task<IResult>>? refused)
    where TCommand : class, ICommand<TResult>
{
    public async Task Answer(HttpContext http)
    {
        var result = await Result(http);
        await result.ExecuteAsync(http);
    }

    async Task<IResult> Result(HttpContext http)
    {
        if (!await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            return PageProblems.Page(http, PageTokens.Expired);
        var scope = await PageScopes.Find(http);
        if (scope is null)
            return PageScopes.SignIn(http);
        if (scope.Organization?.ModulesOff.Contains(module.Id) == true)
            return PageProblems.Page(http, Problem.NotFound("such page"));

        var request = new PageRequest(http, scope);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var input = FormReader.Read<TCommand>(form, http.Request.RouteValues, scope.Zone);
        if (!input.Succeeded)
            return await Refuse(request, form, input.Problem);
        var report = new CommandReport();
        var outcome = await request.Run(input.Value, FormReader.OptionsOf(form) with { Report = report });
        request.Did = report;
        return outcome.Succeeded ? done(request, input.Value, outcome.Value) : await Refuse(request, form, outcome.Problem);
    }

    async Task<IResult> Refuse(PageRequest request, IFormCollection form, Problem problem) =>
        refused is null || problem.Kind is ProblemKind.NotFound or ProblemKind.Forbidden or ProblemKind.Unauthenticated or ProblemKind.Unlicensed
            ? request.Refuse(problem)
            : await refused(request.Refused(problem, form));
}
