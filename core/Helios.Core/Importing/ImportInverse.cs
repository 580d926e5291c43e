using Helios.Core.Bulk;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Importing;

/// <summary>Takes an import back as one: by a bulk change that undoes each run of its rows, the last first.</summary>
public sealed class ImportInverse(HeliosDb db) : IInverse
{
    public async Task<Problem?> Undo(UndoneRun run, CommandContext context)
    {
        var id = run.Events[^1].Event.EntityId;
        // An undo's event is that of the bulk change that it made: whoever takes the undo back meets that one.
        if (await db.Set<Import>().FirstOrDefaultAsync(row => row.Id == id, context.Stop) is not { } import)
            return await new BulkInverse(db).Undo(run, context);
        if (import.IsAtWork)
            return Problem.Conflict("imports.undo.at_work", $"{import.Key} is still at work. Wait for its end, or cancel it, then undo it.");
        if (await db.Set<BulkChange>().FirstOrDefaultAsync(other => other.UndoesImportId == id, context.Stop) is { } already)
            return Problem.Conflict("imports.undo.already", $"{import.Key} is undone by {already.Key} already. Undo that one to have it again.");
        var rows = await db.Set<ImportRow>().AsNoTracking().Where(row => row.ImportId == id && row.EntityId != null && row.Runs.Length > 0)
            .OrderByDescending(row => row.Number).Select(row => new { row.EntityId, row.EntityKey, row.Runs }).ToListAsync(context.Stop);
        if (rows.Count == 0)
            return Problem.Conflict("imports.undo.nothing", $"{import.Key} has changed nothing, so there is nothing to undo.");

        var undo = await context.Add(new BulkChange { Name = $"Undo the import of {import.FileName}", Command = RunBulk.Undo, Input = "{}", Kind = import.Target, UndoesImportId = id });
        // What was settled or tagged after all rows is taken back before any of them.
        var runs = rows.SelectMany(row => row.Runs.Select((one, place) => (Run: one, place, row.EntityId, row.EntityKey))).OrderByDescending(one => one.place > 0);
        db.AddRange(runs.Select((one, at) => new BulkRow { BulkId = undo.Id, Number = at + 1, EntityId = one.EntityId!.Value, EntityKey = one.EntityKey!, UndoesRun = one.Run }));
        undo.Gathered(rows.Sum(row => row.Runs.Length));
        context.Enqueue(RunBulk.Name, new RunBulk.Work(undo.Id, null), undo.Id);
        return null;
    }
}
