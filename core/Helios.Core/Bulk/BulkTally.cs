using Helios.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Bulk;

/// <summary>Counts the records of a bulk change by what became of them.</summary>
static class BulkTally
{
    public static async Task<BulkCounts> Of(HeliosDb db, Guid bulk, CancellationToken stop)
    {
        var counts = await db.Set<BulkRow>().Where(row => row.BulkId == bulk && row.Outcome != null)
            .GroupBy(row => row.Outcome).Select(group => new { Outcome = group.Key!, Rows = group.Count() })
            .ToDictionaryAsync(group => group.Outcome, group => group.Rows, StringComparer.Ordinal, stop);
        return new BulkCounts(counts.GetValueOrDefault(BulkOutcome.Done), counts.GetValueOrDefault(BulkOutcome.Unchanged), counts.GetValueOrDefault(BulkOutcome.Refused));
    }
}
