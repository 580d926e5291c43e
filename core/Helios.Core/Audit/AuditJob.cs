using Helios.Kernel.Jobs;

namespace Helios.Core.Audit;

/// <summary>How far a piece of work on the audit trail is.</summary>
/// <param name="State">waiting, running, done, dead or canceled.</param>
/// <param name="Done">How many events it has looked at.</param>
/// <param name="Total">How many there are, once known.</param>
/// <param name="Message">What it found last, for people.</param>
/// <param name="FinishedAt">When it ended.</param>
public sealed record AuditJob(string State, int Done, int? Total, string? Message, DateTimeOffset? FinishedAt)
{
    /// <summary>Whether it waits or runs.</summary>
    public bool IsAtWork => State is JobState.Waiting or JobState.Running;
}
