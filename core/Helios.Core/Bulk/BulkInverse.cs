using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Bulk;

/// <summary>Takes a bulk change back as one: by another one, which undoes each of its runs, the last first.</summary>
public sealed class BulkInverse(HeliosDb db) : IInverse
{
    public async Task<Problem?> Undo(UndoneRun run, CommandContext context)
    {
        // An undo's event is that of the bulk change that it made, so this takes back an undo as well.
        var id = run.Events[^1].Event.EntityId;
        var bulk = await db.Set<BulkChange>().SingleAsync(row => row.Id == id, context.Stop);
        if (bulk.IsAtWork)
            return Problem.Conflict("bulk.undo.at_work", $"{bulk.Key} is still at work. Wait for its end, or cancel it, then undo it.");
        if (await db.Set<BulkChange>().FirstOrDefaultAsync(other => other.UndoesId == id, context.Stop) is { } already)
            return Problem.Conflict("bulk.undo.already", $"{bulk.Key} is undone by {already.Key} already. Undo that one to have it again.");
        var undo = await context.Add(new BulkChange { Name = BulkWords.Undo(bulk.Name), Command = RunBulk.Undo, Input = "{}", Kind = bulk.Kind, UndoesId = bulk.Id });
        context.Enqueue(RunBulk.Name, new RunBulk.Work(undo.Id, null), undo.Id);
        return null;
    }
}
