using System.Globalization;
using System.Text.Json;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Problems;

/// <summary>Answers a refusal as application/problem+json.</summary>
public static class ProblemAnswer
{
    const string MediaType = "application/problem+json";

    /// <summary>Seconds after which a limit is worth another try, where nobody knows better.</summary>
    const string RetryAfter = "60";

    /// <summary>Writes the problem with the status of its kind.</summary>
    public static Task Write(HttpContext http, Problem problem) => Write(http, problem, ProblemStatus.Of(problem));

    /// <summary>Answers an exception: nothing of it leaves but the request's id, under which the log has the rest.</summary>
    public static Task Unexpected(HttpContext http)
    {
        var text = "Something went wrong in Helios. A request with an Idempotency-Key can be repeated safely; "
            + $"if it fails again, give your administrator the request id {http.TraceIdentifier}.";
        return Write(http, new Problem(ProblemKind.Invalid, "unexpected", text), StatusCodes.Status500InternalServerError);
    }

    static async Task Write(HttpContext http, Problem problem, int code)
    {
        var body = new ProblemBody(
            $"/help/problems#{ProblemStatus.NameOf(code)}", ProblemStatus.TitleOf(code), code, DetailOf(problem), problem.Code, http.TraceIdentifier)
        {
            Errors = problem.Fields.Count > 0 ? problem.Fields : null,
            CurrentVersion = problem.CurrentVersion,
        };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, HeliosJson.Options);
        var response = http.Response;
        response.StatusCode = code;
        response.ContentType = MediaType;
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "no-store";
        if (code == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer realm=\"Helios\"";
        if (code is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable && response.Headers.RetryAfter.Count == 0)
            response.Headers.RetryAfter = RetryAfter;
        if (problem.CurrentVersion is { } version)
            response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
        if (!HttpMethods.IsHead(http.Request.Method))
            await response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    // One sentence about a field stands alone here, so it says which. What a rule of the domain says names the thing itself, in words.
    static string DetailOf(Problem problem) => problem.Kind is not ProblemKind.Conflict && problem.Fields is [{ Field.Length: > 0 } only] && string.Equals(problem.Text, only.Text, StringComparison.Ordinal)
        ? $"{only.Field}: {only.Text}"
        : problem.Text;
}
