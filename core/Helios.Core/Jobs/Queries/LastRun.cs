namespace Helios.Core.Jobs.Queries;

/// <summary>What became of the job that a schedule made last.</summary>
/// <param name="Job">The job's id.</param>
/// <param name="State">waiting, running, done, dead or canceled.</param>
/// <param name="DueAt">When it was due.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Message">What it said last.</param>
public sealed record LastRun(Guid Job, string State, DateTimeOffset DueAt, DateTimeOffset? FinishedAt, string? Message);
