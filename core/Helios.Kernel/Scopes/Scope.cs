namespace Helios.Kernel.Scopes;

/// <summary>The organization and the actor that a piece of work runs for. Nothing touches data without one.</summary>
/// <param name="Organization">The organization, or null before one is known (set-up, sign-in).</param>
/// <param name="Actor">Who it runs for.</param>
/// <param name="Door">Through which door it came.</param>
/// <param name="RequestId">The request, job or start that the audit trail names.</param>
public sealed record Scope(OrganizationScope? Organization, Actor Actor, Door Door, string RequestId)
{
    /// <summary>The viewer's zone at a door, the organization's in jobs.</summary>
    public TimeZoneInfo Zone { get; init; } = Organization?.Zone ?? TimeZoneInfo.Utc;

    /// <summary>The organization's id; throws where none is known, which is a bug.</summary>
    public Guid OrganizationId => Organization?.Id ?? throw new InvalidOperationException("This work needs an organization, and its scope has none.");
}
