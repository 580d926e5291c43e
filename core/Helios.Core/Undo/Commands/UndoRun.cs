using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Undo.Commands;

/// <summary>Takes one act back, up to 30 days later: every record is as it was before, unless it was changed again since. What was undone can be done again the same way.</summary>
/// <param name="Run">The act: the <c>run</c> of a timeline's entry, or the header <c>Helios-Run</c> of the answer to a command.</param>
public sealed record UndoRun([property: Required(ErrorMessage = "Say which act: give its run."), StringLength(36, ErrorMessage = "A run is a UUID of 36 characters.")] string Run) : ICommand<UndoRun.Result>
{
    /// <summary>What the undo changed.</summary>
    /// <param name="IsRedo">Whether it did again what an undo had taken back.</param>
    /// <param name="Records">The records that it changed; none where it was a setting.</param>
    public sealed record Result(bool IsRedo, IReadOnlyList<UndoneRecord> Records);

    public sealed class Handler(HeliosDb db, Registry registry, Undoing undoing) : ICommandHandler<UndoRun, Result>
    {
        public async Task<Outcome<Result>> Handle(UndoRun command, CommandContext context)
        {
            if (!Guid.TryParse(command.Run, out var run))
                return Problem.NotFound("act");
            var undone = await undoing.Undo(run, context);
            if (!undone.Succeeded)
                return undone.Problem;
            var changed = undone.Value.Events.Where(told => !told.Body.IsOfSettings).Select(told => told.Event).DistinctBy(row => row.EntityId).ToList();
            var roots = db.ChangeTracker.Entries<Entity>().ToDictionary(entry => entry.Entity.Id);
            var made = roots.Values.Where(root => root.State is EntityState.Added && changed.TrueForAll(row => row.EntityId != root.Entity.Id)).ToList();
            return new Result(context.IsRedo, made.Count > 0
                ? [.. made.Select(root => new UndoneRecord(root.Entity.Id, registry.Kind(root.Entity.GetType()).Name, root.Entity.Key, IsGone: false, IsNew: true))]
                : [.. changed.Select(row => new UndoneRecord(row.EntityId, row.Kind, row.Key, roots.GetValueOrDefault(row.EntityId)?.State is EntityState.Deleted, IsNew: false))]);
        }
    }
}
