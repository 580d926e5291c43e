namespace Helios.Kernel.Installations.Backups;

/// <summary>What a backup came to.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Bytes">The size of the file.</param>
/// <param name="Header">Which key opens it, and when it was made.</param>
/// <param name="Manifest">What it holds.</param>
public sealed record BackupReport(string Path, long Bytes, BackupHeader Header, BackupManifest Manifest);
