using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Links.Commands;

/// <summary>Takes a new relation away again, unless something is linked by it: links name it, and would lose their words.</summary>
public sealed class RelationBack(HeliosDb db) : RowsInverse
{
    protected override async Task<Problem?> Settle(CommandContext context)
    {
        foreach (var type in db.ChangeTracker.Entries<RelationType>().Where(entry => entry.State is EntityState.Deleted).Select(entry => entry.Entity).ToList())
            if (await db.Set<Link>().AnyAsync(link => link.Relation == type.Name, context.Stop))
                return Problem.Conflict("undo.run.in_use", $"Records are linked by “{type.Forward}” by now. Archive the relation in Settings > Relations instead.");
        return null;
    }
}
