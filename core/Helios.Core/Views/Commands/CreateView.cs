using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Filtering;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Views.Commands;

/// <summary>Keeps a filter, an order and columns of a list as a view of one's own.</summary>
/// <param name="Kind">The kind whose list it shows, such as <c>ticket</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Filter">What it shows; all rows when empty.</param>
/// <param name="Sort">Its order; the list's own when left out.</param>
/// <param name="Columns">The columns in order; those that the list shows by itself when left out.</param>
/// <param name="Layout"><c>table</c> or <c>board</c>.</param>
/// <param name="Pinned">Whether it is pinned to the caller's side bar at once.</param>
public sealed record CreateView(
    [property: Required, MaxLength(60)] string Kind,
    [property: Required(ErrorMessage = "Give the view a name."), MaxLength(SavedView.LongestName, ErrorMessage = "A name has at most 80 characters.")]
    [property: RegularExpression(@"^(?=.*\S)[^\p{C}]*$", ErrorMessage = "A name is one line of plain text.")]
    string Name,
    [property: MaxLength(FilterLimits.Characters, ErrorMessage = "A filter has at most 2,000 characters. Make it shorter.")] string? Filter = null,
    [property: MaxLength(60)] string? Sort = null,
    [property: MaxLength(40)] IReadOnlyList<string>? Columns = null,
    [property: AllowedValues(null, "board", "table", ErrorMessage = "A layout is table or board.")] string? Layout = null,
    bool Pinned = false) : ICommand<ViewChanged>
{
    public sealed class Handler(HeliosDb db, ViewRules rules) : ICommandHandler<CreateView, ViewChanged>
    {
        public async Task<Outcome<ViewChanged>> Handle(CreateView command, CommandContext context)
        {
            if (context.Actor is not { AccountId: { } account, UserId: not null })
                return Problem.Conflict("views.create.nobody", "Views belong to accounts that stand for somebody. Ask an owner to invite you from your page in the directory.");
            var columns = command.Columns ?? [];
            if (await rules.Refuses(command.Kind, command.Filter ?? "", command.Sort, columns, context) is { } refusal)
                return refusal;
            if (await db.Set<SavedView>().CountAsync(view => view.AccountId == account && view.DeletedAt == null, context.Stop) >= ViewRules.Most)
                return Problem.Conflict("views.create.too_many", $"You keep {ViewRules.Most} views already. Delete one first.");
            var view = new SavedView
            {
                Kind = command.Kind,
                Name = command.Name.Trim(),
                Filter = command.Filter ?? "",
                Sort = string.IsNullOrEmpty(command.Sort) ? null : command.Sort,
                Columns = [.. columns],
                Layout = command.Layout ?? "table",
                Audience = ViewAudience.Me,
                AccountId = account,
                CreatedAt = context.Now,
            };
            db.Add(view);
            if (command.Pinned)
                db.Add(new ViewPlace { AccountId = account, Kind = view.Kind, View = view.Text, IsPinned = true });
            await context.TellOfActor(db, "view", null, view.Name);
            return ViewChanged.Of(view);
        }
    }
}
