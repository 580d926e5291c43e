namespace Helios.Kernel.Jobs;

/// <summary>A piece of work that any node may take under a lease. It survives the end of every process.</summary>
public sealed class Job
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid? OrganizationId { get; init; }

    /// <summary>The declared name, such as <c>directory.import</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The payload record as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>waiting, running, done, dead or canceled.</summary>
    public string State { get; set; } = JobState.Waiting;

    public int Attempts { get; set; }

    public DateTimeOffset RunAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public string? Worker { get; set; }

    /// <summary>How many pieces are done.</summary>
    public int Done { get; set; }

    /// <summary>How many pieces there are, once known.</summary>
    public int? Total { get; set; }

    /// <summary>What happened last, for people; the error of a dead job.</summary>
    public string? Message { get; set; }

    public bool CancelRequested { get; set; }

    /// <summary>Who asked for it.</summary>
    public Guid? AccountId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The row that the work is about, such as an import.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The schedule that made it.</summary>
    public Guid? ScheduleId { get; init; }

    /// <summary>The due time that it was made for; with the schedule it is unique.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
