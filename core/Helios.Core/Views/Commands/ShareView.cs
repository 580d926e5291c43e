using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;

namespace Helios.Core.Views.Commands;

/// <summary>Says who sees a view: nobody but whoever made it, staff, one role, or everybody. Which rows they see in it stays a matter of their rights.</summary>
/// <param name="View">The view.</param>
/// <param name="Audience">With whom it is shared: <c>me</c>, <c>staff</c>, <c>everybody</c>, or a role.</param>
public sealed record ShareView(
    [property: Target] RowRef<SavedView> View,
    [property: Required]
    [property: AllowedValues(ViewAudience.Me, ViewAudience.Staff, Roles.Owner, Roles.ItStaff, Roles.User, ViewAudience.Everybody, ErrorMessage = "A view is shared with me, staff, owner, it_staff, user or everybody.")]
    string Audience) : ICommand<ViewChanged>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<ShareView, ViewChanged>
    {
        public async Task<Outcome<ViewChanged>> Handle(ShareView command, CommandContext context)
        {
            var view = command.View.Row;
            if (ViewRules.Keeps(view, context.Actor) is { } closed)
                return closed;
            var before = view.Audience;
            view.Audience = command.Audience;
            await context.TellOfActor(db, ("view", view.Name, view.Name), ("viewAudience", before, view.Audience));
            return ViewChanged.Of(view);
        }
    }
}
