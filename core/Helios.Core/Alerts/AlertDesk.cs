using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Effects;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Alerts;

/// <summary>Has alerts posted to the organization's address, where it has one.</summary>
static class AlertDesk
{
    /// <summary>Commits to the post in the transaction of the command; null where the organization has no address.</summary>
    public static async Task<OperationView?> Post(HeliosDb db, Alert alert, CommandContext context)
    {
        if (await db.Set<AlertTarget>().AsNoTracking().SingleOrDefaultAsync(context.Stop) is not { } target)
            return null;
        alert.Post(ItemState.Waiting, message: null);
        return context.Call(PostAlert.Name, alert.Id, [new EffectItem<PostAlert.Request>(target.Host, PostAlert.Request.Of(alert, context))]);
    }
}
