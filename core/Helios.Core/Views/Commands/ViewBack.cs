using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;

namespace Helios.Core.Views.Commands;

/// <summary>Puts a view back as it was, for whoever may change it, and the place of a view for whose side bar it is.</summary>
public sealed class ViewBack(HeliosDb db) : IInverse
{
    public async Task<Problem?> Undo(UndoneRun run, CommandContext context)
    {
        if (await run.PutBack() is { } refusal)
            return refusal;
        if (db.ChangeTracker.Entries<ViewPlace>().Any(place => place.Entity.AccountId != context.Actor.AccountId))
            return Problem.NotFound("act");
        return db.ChangeTracker.Entries<SavedView>().Select(view => ViewRules.Keeps((SavedView)view.OriginalValues.ToObject(), context.Actor)).FirstOrDefault(closed => closed is not null);
    }
}
