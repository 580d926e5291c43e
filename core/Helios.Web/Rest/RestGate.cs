using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Web.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helios.Web.Rest;

/// <summary>What every API request passes: its token, its limit, and the net under what nobody foresaw.</summary>
sealed partial class RestGate(CredentialLimits limits, ILogger<RestGate> logger)
{
    /// <summary>Guards an answer.</summary>
    public RequestDelegate Guard(Func<HttpContext, Scope, Task> answer) => http => Pass(http, answer);

    async Task Pass(HttpContext http, Func<HttpContext, Scope, Task> answer)
    {
        try
        {
            var scope = await http.RequestServices.GetRequiredService<ITokenScopes>().Find(http);
            if (!scope.Succeeded)
                await ProblemAnswer.Write(http, scope.Problem);
            else if (await IsAllowed(http, scope.Value.Actor))
                await answer(http, scope.Value with { Door = Door.Rest });
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; nobody reads an answer.
        }
        catch (BadHttpRequestException) when (!http.Response.HasStarted)
        {
            await ProblemAnswer.Write(http, new Problem(ProblemKind.Invalid, "request.broken", "The request's body ended early or breaks HTTP. Send it again."));
        }
        catch (Exception e)
        {
            Unexpected(logger, e, http.TraceIdentifier);
            if (http.Response.HasStarted)
                http.Abort();
            else
                await Forget(http);
        }
    }

    static Task Forget(HttpContext http)
    {
        http.Response.Clear();
        return ProblemAnswer.Unexpected(http);
    }

    async ValueTask<bool> IsAllowed(HttpContext http, Actor actor)
    {
        var allowance = limits.Take(actor.CredentialId ?? actor.AccountId?.ToString() ?? actor.Name);
        var headers = http.Response.Headers;
        headers["RateLimit-Policy"] = limits.Policy;
        headers["RateLimit"] = FormattableString.Invariant($"\"minute\";r={allowance.Remaining};t={allowance.FullIn}");
        if (allowance.IsGranted)
            return true;
        headers.RetryAfter = FormattableString.Invariant($"{allowance.NextIn}");
        await ProblemAnswer.Write(http, new Problem(
            ProblemKind.Limited, "request.limited", $"This token has sent too many requests. Wait {allowance.NextIn} seconds and go on more slowly."));
        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "API request {RequestId} failed.")]
    static partial void Unexpected(ILogger logger, Exception exception, string requestId);
}
