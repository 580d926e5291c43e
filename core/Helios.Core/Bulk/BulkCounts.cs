namespace Helios.Core.Bulk;

/// <summary>The records of a bulk change by what became of them.</summary>
/// <param name="Done">Changed.</param>
/// <param name="Unchanged">So already.</param>
/// <param name="Refused">Refused by the command.</param>
public sealed record BulkCounts(int Done, int Unchanged, int Refused)
{
    /// <summary>How many are dealt with.</summary>
    public int All => Done + Unchanged + Refused;
}
