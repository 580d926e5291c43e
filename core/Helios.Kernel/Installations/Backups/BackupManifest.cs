namespace Helios.Kernel.Installations.Backups;

/// <summary>What a backup holds, and which program understands it.</summary>
public sealed record BackupManifest
{
    /// <summary>Core and the modules that made it.</summary>
    public required IReadOnlyList<BackupModule> Modules { get; init; }

    /// <summary>How far the schema was.</summary>
    public required IReadOnlyList<BackupMigration> Migrations { get; init; }

    /// <summary>The names of the root keys that its sealed values need, the active one first. No key is ever part of a backup.</summary>
    public required IReadOnlyList<string> RootKeys { get; init; }

    public required IReadOnlyList<BackupTable> Tables { get; init; }

    public required IReadOnlyList<BackupSequence> Sequences { get; init; }

    /// <summary>The stored files; null where there were none.</summary>
    public BackupPart? Files { get; init; }

    /// <summary>How many stored files there are.</summary>
    public int FileCount { get; init; }

    /// <summary>The bytes that the database took on disk, indices included.</summary>
    public required long DatabaseBytes { get; init; }

    /// <summary>The rows of all tables.</summary>
    public long Rows => Tables.Sum(table => table.Rows);

    /// <summary>Every part, in the order of the file.</summary>
    public IEnumerable<BackupPart> Parts => Tables.Select(table => table.Part).Append(Files).OfType<BackupPart>();
}
