using Helios.Kernel.Jobs;

namespace Helios.Core.Secrets.Queries;

/// <summary>How far the work after a rotation is.</summary>
/// <param name="State">waiting, running, done, dead or canceled.</param>
/// <param name="Done">How many secrets are sealed with the new key.</param>
/// <param name="Total">How many there are, once known.</param>
/// <param name="Message">What happened last, for people.</param>
/// <param name="FinishedAt">When it ended.</param>
public sealed record RotationView(string State, int Done, int? Total, string? Message, DateTimeOffset? FinishedAt)
{
    /// <summary>Whether it waits or runs.</summary>
    public bool IsAtWork => State is JobState.Waiting or JobState.Running;
}
