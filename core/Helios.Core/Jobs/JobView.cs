using Helios.Kernel.Jobs;

namespace Helios.Core.Jobs;

/// <summary>A job as admins see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The declared name, such as <c>imports.run</c>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="State">waiting, running, done, dead or canceled.</param>
/// <param name="Attempts">How often it was begun.</param>
/// <param name="RunAt">When it may begin, at the earliest.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Done">How many pieces are done.</param>
/// <param name="Total">How many pieces there are; null while nobody knows.</param>
/// <param name="Message">What happened last; the reason of a dead job.</param>
/// <param name="CancelRequested">Whether somebody asked it to stop.</param>
/// <param name="RequestedBy">Who asked for it; null for Helios itself.</param>
public sealed record JobView(
    Guid Id, string Name, string Label, string State, int Attempts, DateTimeOffset RunAt, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt,
    int Done, int? Total, string? Message, bool CancelRequested, string? RequestedBy)
{
    /// <summary>Whether it ended without success, and can be begun again.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOver => State is JobState.Done or JobState.Dead or JobState.Canceled;
}
