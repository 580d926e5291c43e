using System.Text.Json;
using Helios.Kernel.Commands;
using Helios.Kernel.Effects;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Web.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Web.Rest;

/// <summary>Does a declared command for an API caller.</summary>
/// <param name="route">Its address.</param>
/// <param name="declared">The command.</param>
/// <param name="pipeline">The one way to do it.</param>
/// <param name="made">Whether it adds to a collection whose things are read below the same address: 201 with their Location.</param>
sealed class CommandEndpoint(RestRoute route, CommandDeclaration declared, CommandPipeline pipeline, bool made)
{
    public async Task Answer(HttpContext http, Scope scope)
    {
        var options = RestHeaders.OptionsOf(http.Request, declared.NeedsVersion);
        if (!options.Succeeded)
        {
            await ProblemAnswer.Write(http, options.Problem);
            return;
        }

        var input = await Read(http, scope, options.Value.IdempotencyKey);
        var outcome = input.Succeeded ? await declared.Run(pipeline, input.Value, scope, options.Value, http.RequestAborted) : input.Problem;
        if (outcome.Succeeded && options.Value.DryRun)
            await Dry(http, scope, options.Value.Report!);
        else if (outcome.Value is OperationView begun)
            await Await(http, scope, begun);
        else if (outcome.Succeeded)
            await Done(http, outcome.Value, options.Value.Report!);
        else
            await ProblemAnswer.Write(http, outcome.Problem);
    }

    /// <summary>Files are received before the command can say no, so whoever may not run it is refused first.</summary>
    async Task<Outcome<object>> Read(HttpContext http, Scope scope, string? key)
    {
        if (route.Files is not { } field || !RestFiles.IsMeant(http.Request))
            return await RestInput.OfCommand(http.Request, route, http.RequestAborted);
        if (!declared.Allows(scope.Actor))
            return Problem.Forbidden(declared.Permission ?? declared.Name);
        var sent = await new RestFiles(http.Request, route, field, scope, key).Read(http.RequestAborted);
        return sent.Succeeded ? RestInput.OfFields(http.Request, route, sent.Value) : sent.Problem;
    }

    /// <summary>Answers with the result of an effect on the outside world; when that takes longer, with 202 and the address to look at.</summary>
    async Task Await(HttpContext http, Scope scope, OperationView begun)
    {
        var operation = await http.RequestServices.GetRequiredService<Operations>().Await(scope, begun, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = $"{http.Request.PathBase}{RestRoute.Root}/operations/{operation.Id}";
        http.Response.StatusCode = operation.IsOver ? StatusCodes.Status200OK : StatusCodes.Status202Accepted;
        http.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(http.Response.BodyWriter, operation, route.Result.Contract.Json, http.RequestAborted);
    }

    /// <summary>The events and not the result: a command that reveals something must not do so where no audit trail holds it.</summary>
    static async Task Dry(HttpContext http, Scope scope, CommandReport report)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(http.Response.BodyWriter, DryRunAnswer.Of(report, scope.Actor), HeliosJson.Options, http.RequestAborted);
    }

    async Task Done(HttpContext http, object value, CommandReport report)
    {
        var (response, result) = (http.Response, route.Result);
        response.Headers.CacheControl = "no-store";
        if (report is { CanUndo: true, Run: { } run })
            response.Headers[RestHeaders.Run] = run.ToString();
        if (result.IsNothing)
        {
            response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        response.Headers.ETag = result.EntityTag(value);
        response.StatusCode = StatusCodes.Status200OK;
        if (made && result.Key(value) is { } key)
        {
            response.StatusCode = StatusCodes.Status201Created;
            response.Headers.Location = $"{http.Request.PathBase}{http.Request.Path.Value!.TrimEnd('/')}/{Uri.EscapeDataString(key)}";
        }

        response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(response.BodyWriter, value, result.Contract.Json, http.RequestAborted);
    }
}
