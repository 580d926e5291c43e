using Helios.Kernel.Problems;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Pages;

/// <summary>How a page says that something is wrong.</summary>
public static class PageProblems
{
    /// <summary>The status that a problem has on a page: a refused form is 422.</summary>
    public static int StatusOf(Problem problem) => problem.Kind switch
    {
        ProblemKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ProblemKind.Unlicensed => StatusCodes.Status402PaymentRequired,
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Limited => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>A page of its own for a problem that no form can show.</summary>
    public static IResult Page(HttpContext http, Problem problem)
    {
        var home = http.Request.RouteValues["organization"] is string slug ? "/" + slug : "/";
        return new PageResult(typeof(ProblemPage), new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ProblemPage.Problem)] = problem,
            [nameof(ProblemPage.Home)] = home,
            [nameof(ProblemPage.RequestId)] = http.TraceIdentifier,
            [nameof(ProblemPage.IsPeek)] = Peek.Is(http),
        }, StatusOf(problem));
    }
}
