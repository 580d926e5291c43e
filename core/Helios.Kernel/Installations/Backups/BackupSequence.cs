namespace Helios.Kernel.Installations.Backups;

/// <summary>Where a sequence stands.</summary>
/// <param name="Schema">public or platform.</param>
/// <param name="Name">The sequence.</param>
/// <param name="Last">The last number that it gave; null when it never gave one.</param>
public sealed record BackupSequence(string Schema, string Name, long? Last);
