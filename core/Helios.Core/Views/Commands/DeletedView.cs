using System.Text.Json;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Views.Commands;

/// <summary>Brings a deleted view back when its deletion is undone, and takes it away again when that is undone. Its row stayed; the event names it.</summary>
public sealed class DeletedView(HeliosDb db) : IInverse
{
    const string Id = "viewId";
    const string Deleted = "viewDeletedAt";

    public async Task<Problem?> Undo(UndoneRun run, CommandContext context)
    {
        var told = run.Events[0].Body.Changes;
        var id = told.First(change => change.Field == Id).Old!.Value.GetGuid();
        if (await ViewAudience.Visible(db.Set<SavedView>().AsTracking(), context.Actor).SingleOrDefaultAsync(view => view.Id == id, context.Stop) is not { } view)
            return Problem.NotFound("view");
        if (ViewRules.Keeps(view, context.Actor) is { } closed)
            return closed;
        var now = view.DeletedAt;
        view.DeletedAt = told.First(change => change.Field == Deleted).Old is { ValueKind: not JsonValueKind.Null } before ? before.Deserialize<DateTimeOffset>(HeliosJson.Options) : null;
        await context.TellOfActor(db, Told(view, now, view.DeletedAt));
        return null;
    }

    /// <summary>What the event tells: the view by name, and for the way back its id and the moment of its deletion before and after.</summary>
    internal static (string Field, object? Old, object? Now)[] Told(SavedView view, DateTimeOffset? before, DateTimeOffset? after) =>
        [("view", after is null ? null : view.Name, after is null ? view.Name : null), (Id, view.Id, view.Id), (Deleted, before, after)];
}
