namespace Helios.Kernel.Jobs;

/// <summary>The payload of a job that a schedule made.</summary>
/// <param name="DueAt">The due time, in UTC; the job may run later.</param>
public sealed record Scheduled(DateTimeOffset DueAt);
