using Helios.Core.Importing.Queries;

namespace Helios.Core.Importing;

/// <summary>What rows of a file would do now.</summary>
static class ImportPreview
{
    /// <summary>Some of them, in order.</summary>
    /// <param name="look">What it may use.</param>
    /// <param name="import">The import.</param>
    /// <param name="target">The kind.</param>
    /// <param name="sheet">The file.</param>
    /// <param name="after">Behind which row; 0 for the first ones.</param>
    /// <param name="most">At most so many.</param>
    public static async Task<IReadOnlyList<PlannedRow>> Of(ImportLook look, Import import, ImportTarget target, ImportSheet sheet, int after, int most)
    {
        var some = sheet.Rows.Where(row => row.Number > after).Take(most).ToList();
        var plans = await target.Plan(look, import, some, sheet);
        return [.. some.Zip(plans, (row, plan) => Planned(row, sheet.Before(target, row) is { } before ? RowPlan.Refuse(plan.Title, ImportWords.Twice(before)) : plan))];
    }

    static PlannedRow Planned(ImportCells row, RowPlan plan) => new(row.Number, plan.Outcome, plan.Title, plan.Changes, plan.Warnings, plan.Reason);
}
