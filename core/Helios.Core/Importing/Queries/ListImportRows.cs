using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Importing.Queries;

/// <summary>What became of the rows of an import, in the order of the file.</summary>
/// <param name="Import">The import.</param>
/// <param name="Outcome">Only these rows: created, updated, unchanged, refused or warned.</param>
/// <param name="After">The row that the page before ended with: its <c>next</c>.</param>
/// <param name="Limit">Rows on a page.</param>
public sealed record ListImportRows(
    [property: Target] EntityRef<Import> Import,
    [property: RegularExpression("created|updated|unchanged|refused|warned", ErrorMessage = "Rows are created, updated, unchanged, refused or warned.")] string? Outcome = null,
    [property: Range(0, int.MaxValue)] int After = 0,
    [property: Range(1, 1000)] int Limit = 50) : IQuery<ListImportRows.Result>
{
    /// <summary>A page of rows.</summary>
    /// <param name="Items">The rows.</param>
    /// <param name="Next">Where the next page begins; null on the last.</param>
    public sealed record Result(IReadOnlyList<ImportRowView> Items, int? Next);

    public sealed class Handler(HeliosDb db) : IQueryHandler<ListImportRows, Result>
    {
        public async Task<Outcome<Result>> Handle(ListImportRows query, QueryContext context)
        {
            var import = query.Import.Entity.Id;
            var rows = db.Set<ImportRow>().Where(row => row.ImportId == import && row.Number > query.After);
            if (string.Equals(query.Outcome, "warned", StringComparison.Ordinal))
                rows = rows.Where(row => row.Warnings != Array.Empty<string>());
            else if (query.Outcome is { Length: > 0 } outcome)
                rows = rows.Where(row => row.Outcome == outcome);
            var found = await rows.OrderBy(row => row.Number).Take(query.Limit + 1)
                .Select(row => new ImportRowView(row.Number, row.Outcome, row.Title, row.EntityKey, row.Changes, row.Warnings, row.Reason))
                .ToListAsync(context.Stop);
            return new Result([.. found.Take(query.Limit)], found.Count > query.Limit ? found[query.Limit - 1].Number : null);
        }
    }
}
