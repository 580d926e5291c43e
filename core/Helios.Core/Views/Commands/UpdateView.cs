using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Filtering;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;

namespace Helios.Core.Views.Commands;

/// <summary>Renames a view, or lets it show something else. What is left out stays.</summary>
/// <param name="View">The view.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Filter">What it shows.</param>
/// <param name="Sort">Its order; empty for the list's own.</param>
/// <param name="Columns">The columns in order; empty for those that the list shows by itself.</param>
/// <param name="Layout"><c>table</c> or <c>board</c>.</param>
public sealed record UpdateView(
    [property: Target] RowRef<SavedView> View,
    [property: MinLength(1, ErrorMessage = "Give the view a name."), MaxLength(SavedView.LongestName, ErrorMessage = "A name has at most 80 characters.")]
    [property: RegularExpression(@"^(?=.*\S)[^\p{C}]*$", ErrorMessage = "A name is one line of plain text.")]
    Optional<string> Name,
    [property: MaxLength(FilterLimits.Characters, ErrorMessage = "A filter has at most 2,000 characters. Make it shorter.")] Optional<string?> Filter,
    [property: MaxLength(60)] Optional<string?> Sort,
    [property: MaxLength(40)] Optional<IReadOnlyList<string>> Columns,
    [property: AllowedValues(null, "board", "table", ErrorMessage = "A layout is table or board.")] Optional<string> Layout) : ICommand<ViewChanged>
{
    public sealed class Handler(HeliosDb db, ViewRules rules) : ICommandHandler<UpdateView, ViewChanged>
    {
        public async Task<Outcome<ViewChanged>> Handle(UpdateView command, CommandContext context)
        {
            var view = command.View.Row;
            var before = view.Name;
            if (ViewRules.Keeps(view, context.Actor) is { } closed)
                return closed;
            view.Name = command.Name.Or(view.Name)?.Trim() ?? view.Name;
            view.Filter = command.Filter.IsPresent ? command.Filter.Value ?? "" : view.Filter;
            view.Sort = command.Sort.Or(view.Sort) is { Length: > 0 } sort ? sort : null;
            view.Columns = command.Columns.IsPresent ? [.. command.Columns.Value ?? []] : view.Columns;
            view.Layout = command.Layout.Or(view.Layout) ?? view.Layout;
            if (await rules.Refuses(view.Kind, view.Filter, view.Sort, view.Columns, context) is { } refusal)
                return refusal;
            await context.TellOfActor(db, "view", before, view.Name);
            return ViewChanged.Of(view);
        }
    }
}
