using System.Globalization;
using Helios.Kernel.Commands;
using Helios.Kernel.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Helios.Web.Rest;

/// <summary>The headers that say how a command runs.</summary>
static class RestHeaders
{
    public const string IdempotencyKey = "Idempotency-Key";
    public const string Organization = "Helios-Organization";

    /// <summary>The act's own id, by which it can be undone; in the answer to a command.</summary>
    public const string Run = "Helios-Run";

    /// <summary>The parameter that has a command told and not done.</summary>
    public const string DryRun = "dryRun";

    public const int LongestKey = 200;

    /// <summary>The key and the version that the caller sent, or what is wrong with them.</summary>
    public static Outcome<CommandOptions> OptionsOf(HttpRequest request, bool needsVersion)
    {
        List<FieldProblem> wrong = [];
        var key = Key(request, wrong);
        var (version, isAny) = Version(request, wrong);
        var isDry = IsDry(request, wrong);
        if (wrong.Count > 0)
            return Problem.Invalid(wrong);
        if (needsVersion && version is null && !isAny)
            return new Problem(ProblemKind.VersionMissing, "version.missing",
                "Say which version you changed: send the ETag of your last read as If-Match, such as If-Match: \"3\".");
        return new CommandOptions { IdempotencyKey = key, ExpectedVersion = version, DryRun = isDry, Report = new CommandReport() };
    }

    /// <summary>Whether the caller already has this version.</summary>
    public static bool HasVersion(HttpRequest request, string etag) =>
        EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var tags)
        && tags.Any(tag => tag.Tag == "*" || tag.Tag.Equals(etag, StringComparison.Ordinal));

    static bool IsDry(HttpRequest request, List<FieldProblem> wrong)
    {
        var sent = request.Query[DryRun];
        if (sent is not ([] or ["true"] or ["false"]))
            wrong.Add(new FieldProblem(DryRun, "Send dryRun=true to be told what would happen, or leave it out."));
        return sent is ["true"];
    }

    static string? Key(HttpRequest request, List<FieldProblem> wrong)
    {
        var sent = request.Headers[IdempotencyKey];
        if (sent.Count == 0)
            return null;
        if (sent is [{ Length: > 0 and <= LongestKey } key] && key.All(letter => letter is > ' ' and <= '~'))
            return key;
        wrong.Add(new FieldProblem(IdempotencyKey, $"Send one key of 1 to {LongestKey} visible ASCII characters without blanks, such as a UUID."));
        return null;
    }

    static (long? Version, bool IsAny) Version(HttpRequest request, List<FieldProblem> wrong)
    {
        var sent = request.Headers.IfMatch;
        if (sent.Count == 0)
            return (null, false);
        if (sent is ["*"])
            return (null, true);
        if (sent is [{ } text] && EntityTagHeaderValue.TryParse(text, out var tag)
            && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return (version, false);
        wrong.Add(new FieldProblem(HeaderNames.IfMatch, "Send the ETag of your last read as it was, such as \"3\"."));
        return (null, false);
    }
}
