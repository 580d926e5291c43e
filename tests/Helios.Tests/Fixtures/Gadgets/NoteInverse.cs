using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;
using Microsoft.EntityFrameworkCore;

namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>Strikes a note out and keeps it.</summary>
public sealed class NoteInverse(HeliosDb db) : IInverse
{
    public async Task<Problem?> Undo(UndoneRun run, CommandContext context)
    {
        var gadget = await db.Set<Gadget>().SingleAsync(row => row.Id == run.Events[0].Event.EntityId, context.Stop);
        var note = await db.Set<GadgetNote>().SingleAsync(row => row.EntityId == gadget.Id, context.Stop);
        note.Text = "Taken back: " + note.Text;
        return null;
    }
}
