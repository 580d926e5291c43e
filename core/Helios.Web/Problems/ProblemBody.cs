using System.Text.Json.Serialization;
using Helios.Kernel.Problems;

namespace Helios.Web.Problems;

/// <summary>Why a request was refused (RFC 9457).</summary>
/// <param name="Type">The address of the page that explains this kind of refusal.</param>
/// <param name="Title">A few words for the kind.</param>
/// <param name="Status">The HTTP status again.</param>
/// <param name="Detail">What is wrong and what to do next.</param>
/// <param name="Code">The stable name of the reason, for programs.</param>
/// <param name="RequestId">The request, as the audit trail and the log name it.</param>
public sealed record ProblemBody(string Type, string Title, int Status, string Detail, string Code, string RequestId)
{
    /// <summary>The fields that are wrong, all at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FieldProblem>? Errors { get; init; }

    /// <summary>The version that stands now, where the sent one is stale.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? CurrentVersion { get; init; }
}
