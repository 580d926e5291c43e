using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Jobs;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;

namespace Helios.Core.Jobs.Commands;

/// <summary>Puts a schedule back; the scheduler reads its next time anew.</summary>
public sealed class ScheduleBack(HeliosDb db) : RowsInverse
{
    protected override Task<Problem?> Settle(CommandContext context)
    {
        foreach (var schedule in db.ChangeTracker.Entries<Schedule>())
            schedule.Entity.NextAt = null;
        return Task.FromResult<Problem?>(null);
    }
}
