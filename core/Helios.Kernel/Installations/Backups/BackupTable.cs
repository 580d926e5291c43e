using Helios.Kernel.Data;

namespace Helios.Kernel.Installations.Backups;

/// <summary>A table of a backup. A partition names its parent and which rows it takes, since no migration makes it.</summary>
/// <param name="Schema">public or platform.</param>
/// <param name="Name">The table.</param>
/// <param name="Columns">The columns in the order of their content; generated ones are left out.</param>
/// <param name="Parent">The partitioned table; null for a table of its own.</param>
/// <param name="Bound">Which rows the partition takes, as SQL.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Part">The part that holds them; null for an empty table.</param>
public sealed record BackupTable(string Schema, string Name, IReadOnlyList<string> Columns, string? Parent, string? Bound, long Rows = 0, BackupPart? Part = null)
{
    /// <summary>The name for SQL.</summary>
    internal string Sql => $"{Quoted.Name(Schema)}.{Quoted.Name(Name)}";
}
