using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Helios.Web.Problems;

namespace Helios.Server.Composition;

/// <summary>What nobody foresaw: the log has all of it, the person a page that says whose fault it is.</summary>
sealed partial class Faults(RequestDelegate next, ILogger<Faults> logger)
{
    static readonly Problem Fault = new(ProblemKind.Conflict, "unexpected", "The fault is ours, and what you had before is as it was. Try again; if it fails again, give the line below to whoever runs this Helios.");

    public async Task Invoke(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; nobody reads an answer.
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            await Answer(http, new Problem(ProblemKind.Invalid, "request.broken", "The request ended early or is too large. Send it again."), e.StatusCode);
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            Unexpected(logger, e, http.TraceIdentifier);
            await Answer(http, Fault, StatusCodes.Status500InternalServerError);
        }
    }

    static Task Answer(HttpContext http, Problem problem, int status)
    {
        http.Response.Clear();
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return ProblemAnswer.Unexpected(http);
        var page = new PageResult(typeof(ProblemPage), new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ProblemPage.Problem)] = problem,
            [nameof(ProblemPage.Home)] = "/",
            [nameof(ProblemPage.RequestId)] = http.TraceIdentifier,
        }, status);
        return page.ExecuteAsync(http);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {RequestId} failed.")]
    static partial void Unexpected(ILogger logger, Exception exception, string requestId);
}
