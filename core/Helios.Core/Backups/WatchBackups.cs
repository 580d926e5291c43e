using Helios.Core.Alerts;
using Helios.Core.Alerts.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Installations.Backups;
using Helios.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Backups;

/// <summary>Raises an alert when a backup is overdue, once, and settles it when there is one again.</summary>
public sealed class WatchBackups(HeliosDb db, CommandPipeline commands, BackupWatch? watch = null) : IJobHandler<Scheduled>
{
    /// <summary>The job and its schedule.</summary>
    public const string Name = "backups.watch";

    /// <summary>The type of the alert.</summary>
    public const string Overdue = "backups.overdue";

    public async Task Run(Scheduled payload, JobContext context)
    {
        db.Scope = context.Scope;
        var told = await db.Set<Alert>().AsNoTracking().FirstOrDefaultAsync(alert => alert.Type == Overdue && alert.State == AlertState.Open, context.Stop);
        if (watch?.Look() is { IsOverdue: true } standing)
        {
            if (told is null)
                (await commands.Run(new RaiseAlert(Overdue, "A backup is overdue. Look at it under Settings > Backups.", AlertSeverity.Critical, standing.Trouble), context.Scope, stop: context.Stop)).Expect();
        }
        else if (told is not null)
            (await commands.Run(new SettleAlert(new EntityRef<Alert>(told.Key)), context.Scope, new CommandOptions { Why = "A backup was written" }, context.Stop)).Expect();
    }
}
