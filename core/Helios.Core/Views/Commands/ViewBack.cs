using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;

namespace Helios.Core.Views.Commands;

/// <summary>Puts a view back as it was, for whoever may change it, and the place of a view for whose side bar it is.</summary>
public sealed class ViewBack(HeliosDb db) : RowsInverse
{
    protected override Task<Problem?> Settle(CommandContext context)
    {
        var refusal = db.ChangeTracker.Entries<ViewPlace>().Any(place => place.Entity.AccountId != context.Actor.AccountId)
            ? Problem.NotFound("act")
            : db.ChangeTracker.Entries<SavedView>().Select(view => ViewRules.Keeps((SavedView)view.OriginalValues.ToObject(), context.Actor)).FirstOrDefault(closed => closed is not null);
        return Task.FromResult(refusal);
    }
}
