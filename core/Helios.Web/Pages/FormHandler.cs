using Helios.Kernel.Commands;
using Helios.Kernel.Effects;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Web.Files;
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
        var options = FormReader.OptionsOf(form);
        var files = await FormFiles.Receive(http, scope, form, RecordContract.Of(typeof(TCommand)), options.IdempotencyKey);
        if (!files.Succeeded)
            return await Refuse(request, form, files.Problem);
        var input = FormReader.Read<TCommand>(form, http.Request.RouteValues, scope.Zone, files.Value);
        if (!input.Succeeded)
            return await Refuse(request, form, input.Problem);
        var report = new CommandReport();
        var outcome = await request.Run(input.Value, options with { Report = report });
        request.Did = report;
        if (!outcome.Succeeded)
            return await Refuse(request, form, outcome.Problem);
        return outcome.Value is OperationView begun ? await Await(request, input.Value, begun) : done(request, input.Value, outcome.Value);
    }

    /// <summary>Leads on with the result of an effect on the outside world, or to its page when that takes longer.</summary>
    async Task<IResult> Await(PageRequest request, TCommand command, OperationView begun)
    {
        var operation = await request.Http.RequestServices.GetRequiredService<Operations>().Await(request.Scope, begun, request.Stop);
        return operation.IsOver ? done(request, command, (TResult)(object)operation) : request.SeeOther(request.Address($"{PageRoutes.Operations}/{operation.Id}"));
    }

    async Task<IResult> Refuse(PageRequest request, IFormCollection form, Problem problem) =>
        refused is null || problem.Kind is ProblemKind.NotFound or ProblemKind.Forbidden or ProblemKind.Unauthenticated or ProblemKind.Unlicensed
            ? request.Refuse(problem)
            : await refused(request.Refused(problem, form));
}
