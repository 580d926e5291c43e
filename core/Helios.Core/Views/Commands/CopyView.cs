using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Views.Commands;

/// <summary>Makes a view of one's own out of one that one sees.</summary>
/// <param name="View">The view to copy.</param>
/// <param name="Name">The copy's name; “Copy of …” when left out.</param>
public sealed record CopyView(
    [property: Target] RowRef<SavedView> View,
    [property: MinLength(1, ErrorMessage = "Give the view a name."), MaxLength(SavedView.LongestName, ErrorMessage = "A name has at most 80 characters.")]
    [property: RegularExpression(@"^(?=.*\S)[^\p{C}]*$", ErrorMessage = "A name is one line of plain text.")]
    string? Name = null) : ICommand<ViewChanged>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<CopyView, ViewChanged>
    {
        public async Task<Outcome<ViewChanged>> Handle(CopyView command, CommandContext context)
        {
            if (context.Actor is not { AccountId: { } account, UserId: not null })
                return Problem.Conflict("views.create.nobody", "Views belong to accounts that stand for somebody. Ask an owner to invite you from your page in the directory.");
            var view = command.View.Row;
            var name = command.Name?.Trim() ?? "Copy of " + view.Name;
            var copy = new SavedView
            {
                Kind = view.Kind,
                Name = name.Length > SavedView.LongestName ? name[..SavedView.LongestName] : name,
                Filter = view.Filter,
                Sort = view.Sort,
                Columns = view.Columns,
                Layout = view.Layout,
                Audience = ViewAudience.Me,
                AccountId = account,
                CreatedAt = context.Now,
            };
            db.Add(copy);
            await context.TellOfActor(db, "view", null, copy.Name);
            return ViewChanged.Of(copy);
        }
    }
}
