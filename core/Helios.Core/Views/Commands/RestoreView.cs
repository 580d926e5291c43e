using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Views.Commands;

/// <summary>Brings a deleted view back, where it stood.</summary>
/// <param name="View">The view.</param>
public sealed record RestoreView([property: Target] RowRef<SavedView> View) : ICommand<ViewChanged>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<RestoreView, ViewChanged>
    {
        public async Task<Outcome<ViewChanged>> Handle(RestoreView command, CommandContext context)
        {
            var view = command.View.Row;
            if (ViewRules.Keeps(view, context.Actor) is { } closed)
                return closed;
            if (view.DeletedAt is null)
                return Problem.Conflict("views.view.not_deleted", $"“{view.Name}” is not deleted. There is nothing to do.");
            view.DeletedAt = null;
            await context.TellOfActor(db, "view", null, view.Name);
            return ViewChanged.Of(view);
        }
    }
}
