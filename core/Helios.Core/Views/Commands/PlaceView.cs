using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Views.Commands;

/// <summary>Says where the caller wants a view: pinned to the side bar, first when the list opens, at a place among the tabs. What is left out stays.</summary>
/// <param name="Kind">The kind whose list it shows.</param>
/// <param name="View">The name of a stock view, or the id of a saved one.</param>
/// <param name="Pinned">Whether the side bar shows it, with its count.</param>
/// <param name="Default">Whether the list opens with it.</param>
/// <param name="Position">Its place among the views of the list, from 0.</param>
public sealed record PlaceView(
    [property: Required, MaxLength(60)] string Kind,
    [property: Required, MaxLength(60)] string View,
    Optional<bool> Pinned,
    Optional<bool> Default,
    [property: Range(0, 1000)] Optional<int> Position) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db, ViewList views) : ICommandHandler<PlaceView, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(PlaceView command, CommandContext context)
        {
            if (context.Actor is not { AccountId: { } account, UserId: not null })
                return Problem.Conflict("views.create.nobody", "Views belong to accounts that stand for somebody. Ask an owner to invite you from your page in the directory.");
            var shown = await views.Of(command.Kind, context.Scope, context.Stop);
            if (shown.FirstOrDefault(view => view.View == command.View) is not { } placed)
                return Problem.Invalid("view", "There is no such view of this list that you can see. It may have been deleted.");
            var places = await db.Set<ViewPlace>().AsTracking().Where(place => place.AccountId == account && place.Kind == command.Kind).ToDictionaryAsync(place => place.View, StringComparer.Ordinal, context.Stop);
            var mine = PlaceOf(placed.View);
            mine.IsPinned = command.Pinned.Or(mine.IsPinned);
            if (command.Default.IsPresent)
                foreach (var place in places.Values.Append(mine))
                    place.IsDefault = command.Default.Value && place == mine;
            if (command.Position.IsPresent)
                Move([.. shown.Where(view => view != placed).Select(view => view.View)]);
            await context.TellOfActor(db, "view", placed.Name, placed.Name);
            return Nothing.Instance;

            ViewPlace PlaceOf(string view)
            {
                if (places.TryGetValue(view, out var known))
                    return known;
                var place = new ViewPlace { AccountId = account, Kind = command.Kind, View = view };
                db.Add(place);
                places[view] = place;
                return place;
            }

            void Move(List<string> order)
            {
                order.Insert(Math.Min(command.Position.Value, order.Count), placed.View);
                for (var at = 0; at < order.Count; at++)
                    PlaceOf(order[at]).Position = at;
            }
        }
    }
}
