namespace Helios.Kernel.Installations.Backups;

/// <summary>A module that was installed.</summary>
public sealed record BackupModule(string Id, string Version);
