namespace Helios.Core.Backups.Queries;

/// <summary>A backup that was written, read back and proven.</summary>
/// <param name="WrittenAt">When it was begun: what it holds is as of then.</param>
/// <param name="Bytes">Its size in bytes.</param>
public sealed record WrittenBackup(DateTimeOffset WrittenAt, long Bytes);
