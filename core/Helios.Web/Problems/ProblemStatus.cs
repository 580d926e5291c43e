using Helios.Kernel.Problems;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Problems;

/// <summary>The HTTP status of each kind of refusal at the API.</summary>
public static class ProblemStatus
{
    /// <summary>The status that the API answers; HTTP has more exact ones for some requests that break its own rules.</summary>
    public static int Of(Problem problem) => problem.Code switch
    {
        "input.too_large" or "files.too_large" => StatusCodes.Status413PayloadTooLarge,
        "request.not_json" => StatusCodes.Status415UnsupportedMediaType,
        "files.disk_full" => StatusCodes.Status503ServiceUnavailable,
        "request.method" => StatusCodes.Status405MethodNotAllowed,
        _ => Of(problem.Kind),
    };

    static int Of(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => StatusCodes.Status400BadRequest,
        ProblemKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ProblemKind.Unlicensed => StatusCodes.Status402PaymentRequired,
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Conflict => StatusCodes.Status409Conflict,
        ProblemKind.Stale => StatusCodes.Status412PreconditionFailed,
        ProblemKind.VersionMissing => StatusCodes.Status428PreconditionRequired,
        ProblemKind.Limited => StatusCodes.Status429TooManyRequests,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of problem has no status yet."),
    };

    /// <summary>A few words for the whole kind, the title of RFC 9457.</summary>
    public static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request breaks a rule",
        StatusCodes.Status401Unauthorized => "No valid access token",
        StatusCodes.Status402PaymentRequired => "Not licensed",
        StatusCodes.Status403Forbidden => "Not permitted",
        StatusCodes.Status404NotFound => "Not found",
        StatusCodes.Status405MethodNotAllowed => "Method not allowed",
        StatusCodes.Status409Conflict => "Conflict",
        StatusCodes.Status412PreconditionFailed => "Changed in the meantime",
        StatusCodes.Status413PayloadTooLarge => "Too large",
        StatusCodes.Status415UnsupportedMediaType => "Not JSON",
        StatusCodes.Status428PreconditionRequired => "Version missing",
        StatusCodes.Status429TooManyRequests => "Too many requests",
        StatusCodes.Status503ServiceUnavailable => "No room just now",
        _ => "Something went wrong",
    };

    /// <summary>The word of the kind in the help page about problems, <c>/help/problems#stale</c>.</summary>
    public static string NameOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "unauthenticated",
        StatusCodes.Status402PaymentRequired => "unlicensed",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "not_found",
        StatusCodes.Status409Conflict => "conflict",
        StatusCodes.Status412PreconditionFailed or StatusCodes.Status428PreconditionRequired => "stale",
        StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable => "limited",
        >= StatusCodes.Status500InternalServerError => "unexpected",
        _ => "invalid",
    };
}
