using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
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
    /// <param name="Records">The records that it changed.</param>
    public sealed record Result(bool IsRedo, IReadOnlyList<UndoneRecord> Records);

    public sealed class Handler(HeliosDb db, Undoing undoing) : ICommandHandler<UndoRun, Result>
    {
        public async Task<Outcome<Result>> Handle(UndoRun command, CommandContext context)
        {
            if (!Guid.TryParse(command.Run, out var run))
                return Problem.NotFound("act");
            var undone = await undoing.Undo(run, context);
            if (!undone.Succeeded)
                return undone.Problem;
            var roots = db.ChangeTracker.Entries<Entity>().ToDictionary(entry => entry.Entity.Id, entry => entry.State);
            return new Result(context.IsRedo, [.. undone.Value.DistinctBy(row => row.EntityId).Select(row => Of(row, roots))]);
        }

        static UndoneRecord Of(EventRow row, Dictionary<Guid, EntityState> roots) =>
            new(row.EntityId, row.Kind, row.Key, roots.GetValueOrDefault(row.EntityId) is EntityState.Deleted);
    }
}
