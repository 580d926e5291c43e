namespace Helios.Web.Rest.Reference;

/// <summary>What somebody wants to try.</summary>
/// <param name="Operation">Which operation.</param>
/// <param name="Values">The parameters in the address and behind the question mark, by name; empty ones are left out.</param>
public sealed record TrialRequest(ApiOperation Operation, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The JSON of a command's body.</summary>
    public string? Body { get; init; }

    /// <summary>The version for If-Match.</summary>
    public string? Version { get; init; }
}
