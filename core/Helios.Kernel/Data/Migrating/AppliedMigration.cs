namespace Helios.Kernel.Data.Migrating;

/// <summary>A step that the database says it has taken.</summary>
sealed record AppliedMigration(string Module, int Number, string Name, string Checksum);
