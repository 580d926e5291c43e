using Helios.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Importing;

/// <summary>Counts the rows of an import by what became of them.</summary>
static class ImportTally
{
    public static async Task<ImportCounts> Of(HeliosDb db, Guid import, CancellationToken stop)
    {
        var rows = db.Set<ImportRow>().Where(row => row.ImportId == import);
        var counts = await rows.GroupBy(row => row.Outcome)
            .Select(group => new { Outcome = group.Key, Rows = group.Count(), Warned = group.Count(row => row.Warnings.Length > 0) })
            .ToListAsync(stop);
        int With(string outcome) => counts.Find(count => string.Equals(count.Outcome, outcome, StringComparison.Ordinal))?.Rows ?? 0;
        return new ImportCounts(
            With(RowOutcome.Created), With(RowOutcome.Updated), With(RowOutcome.Unchanged), With(RowOutcome.Refused), counts.Sum(count => count.Warned));
    }
}
