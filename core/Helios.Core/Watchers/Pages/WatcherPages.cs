using Helios.Core.Watchers.Commands;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Watchers.Pages;

/// <summary>The forms about the watchers of a record of any kind. They lead back to its page.</summary>
public sealed class WatcherPages : PageSet
{
    const string Root = "/entities/{entity}";

    public override void Map(PageRoutes routes)
    {
        routes.Form<WatchEntity, Nothing>(Root + "/watch", (request, command, _) => Back(request, command.User is { } other ? $"{other.Entity.Name} watches this now" : "You watch this now"));
        routes.Form<UnwatchEntity, Nothing>(Root + "/unwatch", (request, command, _) => Back(request, command.User is { } other ? $"{other.Entity.Name} watches this no more" : "You watch this no more"));
    }

    static IResult Back(PageRequest request, string toast) => request.SeeOther(request.Address($"/entities/{request.Route("entity")}"), toast);
}
