using System.Text.Json;
using Helios.Kernel.Input;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Rest;

/// <summary>Asks a declared query for an API caller.</summary>
sealed class QueryEndpoint(RestRoute route, QueryDeclaration declared, QueryPipeline pipeline)
{
    public async Task Answer(HttpContext http, Scope scope)
    {
        var selection = FieldSelection.Of(http.Request, route.Result);
        if (!selection.Succeeded)
        {
            await ProblemAnswer.Write(http, selection.Problem);
            return;
        }

        var input = RestInput.OfQuery(http.Request, route);
        var outcome = input.Succeeded ? await declared.Ask(pipeline, input.Value, scope, http.RequestAborted) : input.Problem;
        if (outcome.Succeeded)
            await Tell(http, outcome.Value, selection.Value);
        else
            await ProblemAnswer.Write(http, outcome.Problem);
    }

    async Task Tell(HttpContext http, object value, FieldSelection selection)
    {
        var (response, result) = (http.Response, route.Result);
        var tag = result.EntityTag(value);
        response.Headers.ETag = tag;
        response.Headers.CacheControl = tag is null ? "no-store" : "private, no-cache";
        if (tag is not null && RestHeaders.HasVersion(http.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json";
        if (selection.IsEverything)
            await JsonSerializer.SerializeAsync(response.BodyWriter, value, result.Contract.Json, http.RequestAborted);
        else
            await JsonSerializer.SerializeAsync(response.BodyWriter, selection.Of(value), HeliosJson.Options, http.RequestAborted);
    }
}
