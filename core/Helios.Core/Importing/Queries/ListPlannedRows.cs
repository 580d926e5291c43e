using System.ComponentModel.DataAnnotations;
using Helios.Core.Importing.Csv;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Importing.Queries;

/// <summary>What the rows of an import would do if it were started now: a dry run, some rows at a time.</summary>
/// <param name="Import">The import; none that was started.</param>
/// <param name="After">The row behind which to begin.</param>
/// <param name="Limit">At most so many rows.</param>
public sealed record ListPlannedRows(
    [property: Target] EntityRef<Import> Import,
    [property: Range(0, int.MaxValue, ErrorMessage = "Rows count from 1.")] int After = 0,
    [property: Range(1, 200, ErrorMessage = "Ask for 1 to 200 rows.")] int Limit = 100) : IQuery<ListPlannedRows.Result>
{
    /// <summary>Rows with what they would do.</summary>
    /// <param name="Items">The rows.</param>
    /// <param name="Next">The row behind which the next ones begin; null at the end.</param>
    public sealed record Result(IReadOnlyList<PlannedRow> Items, int? Next);

    public sealed class Handler(HeliosDb db, Registry registry, CommandPipeline commands) : IQueryHandler<ListPlannedRows, Result>
    {
        public async Task<Outcome<Result>> Handle(ListPlannedRows query, QueryContext context)
        {
            var import = query.Import.Entity;
            if (registry.ImportTarget(import.Target, context.Scope) is not { } target)
                return Problem.NotFound("import");
            if (import.State is not ImportState.Draft || await db.Set<ImportFile>().FirstOrDefaultAsync(file => file.ImportId == import.Id, context.Stop) is not { } file)
                return Problem.Conflict("imports.plan.started", "This import has been started. Its rows tell what became of them.");
            if (target.Missing(import.Fields) is { } missing)
                return Problem.Conflict("imports.plan.columns", missing);
            var sheet = new ImportSheet(target, CsvSheet.Read(file.Content).Expect(), import.Columns);
            var rows = await ImportPreview.Of(new ImportLook(db, commands, context.Scope, context.Stop), import, target, sheet, query.After, query.Limit);
            return new Result(rows, rows.Count > 0 && rows[^1].Number < sheet.Rows[^1].Number ? rows[^1].Number : null);
        }
    }
}
