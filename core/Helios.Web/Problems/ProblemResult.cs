using Helios.Kernel.Problems;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Problems;

/// <summary>A refusal for a script that asks a page's address: the same body as in the API.</summary>
public sealed class ProblemResult(Problem problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => ProblemAnswer.Write(httpContext, problem);
}
