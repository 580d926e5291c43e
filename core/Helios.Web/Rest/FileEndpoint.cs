using Helios.Kernel.Files;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Web.Files;
using Helios.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Rest;

/// <summary>Asks a declared query whose answer is a file, and sends its content.</summary>
sealed class FileEndpoint(RestRoute route, QueryDeclaration declared, QueryPipeline pipeline)
{
    public async Task Answer(HttpContext http, Scope scope)
    {
        var input = RestInput.OfQuery(http.Request, route);
        var outcome = input.Succeeded ? await declared.Ask(pipeline, input.Value, scope, http.RequestAborted) : input.Problem;
        if (outcome.Value is StreamedFile streamed)
            await new StreamedAnswer(streamed, isForPeople: false).ExecuteAsync(http);
        else if (outcome.Succeeded)
            await FileAnswer.Of(http, scope, (StoredFile)outcome.Value, isShown: false).ExecuteAsync(http);
        else
            await ProblemAnswer.Write(http, outcome.Problem);
    }
}
