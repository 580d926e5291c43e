namespace Helios.Kernel.Installations.Backups;

/// <summary>How scheduled backups stand.</summary>
/// <param name="Plan">When they are made, where they lie, and how many stay.</param>
/// <param name="Written">Those that are there, the newest first, with their moments.</param>
/// <param name="Due">When the next one is due; in the past where one was missed, null when none is due any more.</param>
/// <param name="IsOverdue">Whether one was missed by so much that somebody has to look.</param>
/// <param name="Trouble">Why the last one failed, if it did since the server started.</param>
public sealed record BackupStanding(BackupPlan Plan, IReadOnlyList<(string File, DateTimeOffset Moment)> Written, DateTimeOffset? Due, bool IsOverdue, string? Trouble);
