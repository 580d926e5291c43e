namespace Helios.Kernel.Installations.Backups;

/// <summary>A step of the schema that the database had taken.</summary>
public sealed record BackupMigration(string Module, int Number, string Name, string Checksum);
