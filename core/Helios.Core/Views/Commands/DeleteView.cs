using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Views.Commands;

/// <summary>Takes a view away, for everybody with whom it is shared. It can be restored.</summary>
/// <param name="View">The view.</param>
public sealed record DeleteView([property: Target] RowRef<SavedView> View) : ICommand<ViewChanged>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<DeleteView, ViewChanged>
    {
        public async Task<Outcome<ViewChanged>> Handle(DeleteView command, CommandContext context)
        {
            var view = command.View.Row;
            if (ViewRules.Keeps(view, context.Actor) is { } closed)
                return closed;
            if (view.DeletedAt is not null)
                return Problem.Conflict("views.view.deleted", $"“{view.Name}” is deleted already.");
            view.DeletedAt = context.Now;
            await context.TellOfActor(db, "view", view.Name, null);
            return ViewChanged.Of(view);
        }
    }
}
