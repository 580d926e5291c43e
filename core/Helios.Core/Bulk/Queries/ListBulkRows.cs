using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Bulk.Queries;

/// <summary>What became of the records of a bulk change, in the order of work.</summary>
/// <param name="Bulk">The bulk change.</param>
/// <param name="Outcome">Only these: done, unchanged, refused or waiting.</param>
/// <param name="After">The number that the page before ended with: its <c>next</c>.</param>
/// <param name="Limit">Records on a page.</param>
public sealed record ListBulkRows(
    [property: Target] EntityRef<BulkChange> Bulk,
    [property: RegularExpression("done|unchanged|refused|waiting", ErrorMessage = "Records are done, unchanged, refused or waiting.")] string? Outcome = null,
    [property: Range(0, int.MaxValue)] int After = 0,
    [property: Range(1, 1000)] int Limit = 50) : IQuery<ListBulkRows.Result>
{
    /// <summary>A page of records.</summary>
    /// <param name="Items">The records.</param>
    /// <param name="Next">Where the next page begins; null on the last.</param>
    public sealed record Result(IReadOnlyList<BulkRowView> Items, int? Next);

    public sealed class Handler(HeliosDb db) : IQueryHandler<ListBulkRows, Result>
    {
        public async Task<Outcome<Result>> Handle(ListBulkRows query, QueryContext context)
        {
            var bulk = query.Bulk.Entity.Id;
            var rows = db.Set<BulkRow>().Where(row => row.BulkId == bulk && row.Number > query.After);
            if (query.Outcome is "waiting")
                rows = rows.Where(row => row.Outcome == null);
            else if (query.Outcome is { Length: > 0 } outcome)
                rows = rows.Where(row => row.Outcome == outcome);
            var found = await rows.OrderBy(row => row.Number).Take(query.Limit + 1)
                .Select(row => new BulkRowView(
                    row.Number, row.EntityId, row.EntityKey,
                    db.Entities.Where(entity => entity.Id == row.EntityId && entity.StaffReadable).Select(entity => entity.Title).FirstOrDefault(),
                    row.Outcome, row.Reason, row.RunId))
                .ToListAsync(context.Stop);
            return new Result([.. found.Take(query.Limit)], found.Count > query.Limit ? found[query.Limit - 1].Number : null);
        }
    }
}
