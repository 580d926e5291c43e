namespace Helios.Web.Rest;

/// <summary>How much one credential may ask of the API.</summary>
public sealed record RestLimits
{
    /// <summary>Requests a minute for each credential, at once or spread; a node counts for itself, so several nodes together allow that many each.</summary>
    public int RequestsPerMinute { get; init; } = 1000;
}
