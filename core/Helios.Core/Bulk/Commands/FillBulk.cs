using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Bulk.Commands;

/// <summary>Gathers the records of a bulk change: what its filter matches at this moment, or what the one that it takes back has changed.</summary>
/// <param name="Bulk">The bulk change.</param>
public sealed record FillBulk([property: Target] EntityRef<BulkChange> Bulk) : ICommand<BulkChanged>
{
    public sealed class Handler(HeliosDb db, Registry registry, ListRunner lists) : ICommandHandler<FillBulk, BulkChanged>
    {
        public async Task<Outcome<BulkChanged>> Handle(FillBulk command, CommandContext context)
        {
            var bulk = command.Bulk.Entity;
            if (bulk.Rows is not null)
                return BulkChanged.Of(bulk);
            if (bulk.UndoesId is { } undone)
                return Fill(bulk, await Done(bulk.Id, undone, context.Stop));
            var found = await BulkMatches.Find(lists, registry, registry.Kind(bulk.Kind)!, bulk.Filter, new QueryContext(context.Scope, context.Now, context.Stop));
            return found.Succeeded
                ? Fill(bulk, [.. found.Value.Select((row, at) => new BulkRow { BulkId = bulk.Id, Number = at + 1, EntityId = row.Id, EntityKey = row.Key })])
                : found.Problem;
        }

        BulkChanged Fill(BulkChange bulk, List<BulkRow> rows)
        {
            db.AddRange(rows);
            bulk.Gathered(rows.Count);
            return BulkChanged.Of(bulk);
        }

        /// <summary>What the other one did, the last first.</summary>
        async Task<List<BulkRow>> Done(Guid bulk, Guid undone, CancellationToken stop)
        {
            var rows = await db.Set<BulkRow>().AsNoTracking()
                .Where(row => row.BulkId == undone && row.RunId != null).OrderByDescending(row => row.Number)
                .Select(row => new { row.EntityId, row.EntityKey, row.RunId })
                .ToListAsync(stop);
            return [.. rows.Select((row, at) => new BulkRow { BulkId = bulk, Number = at + 1, EntityId = row.EntityId, EntityKey = row.EntityKey, UndoesRun = row.RunId })];
        }
    }
}
