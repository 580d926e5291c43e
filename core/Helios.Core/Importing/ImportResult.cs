using Helios.Kernel.Entities;

namespace Helios.Core.Importing;

/// <summary>Makes the row that says what became of a row.</summary>
static class ImportResult
{
    const int LongestTitle = 200;

    public static ImportRow Of(Import import, ImportCells row, RowPlan plan, Entity? entity = null, string? pending = null) => new()
    {
        ImportId = import.Id,
        Number = row.Number,
        Outcome = plan.Outcome,
        Title = plan.Title.Length > LongestTitle ? plan.Title[..LongestTitle] : plan.Title,
        EntityId = entity?.Id,
        EntityKey = entity?.Key,
        Changes = [.. plan.Changes],
        Warnings = [.. plan.Warnings],
        Reason = plan.Reason,
        Pending = pending,
        Cells = plan.Reason is null ? null : row.Cells,
    };
}
