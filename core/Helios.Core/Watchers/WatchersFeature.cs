using Helios.Core.Timeline;
using Helios.Core.Watchers.Commands;
using Helios.Core.Watchers.Pages;
using Helios.Core.Watchers.Queries;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Watchers;

/// <summary>Who of the staff is told what happens to an entity of any kind.</summary>
public sealed class WatchersFeature : Feature
{
    /// <summary>See who watches.</summary>
    public const string Read = "watchers:read";

    /// <summary>Watch, and let others watch.</summary>
    public const string Write = "watchers:write";

    public override string Name => "watchers";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission(Read, "See who watches an entity", Roles.Admin, Roles.ItStaff);
        feature.Permission(Write, "Watch entities and let others watch them", Roles.Admin, Roles.ItStaff);
        feature.Table(WatcherTable.Map);
        feature.Command<WatchEntity>("watchers.add", Write, WatcherEvents.Added).Internal().Quiet().Rest("POST /entities/{entity}/watchers");
        feature.Command<UnwatchEntity>("watchers.remove", Write, WatcherEvents.Removed).Internal().Quiet().Rest("POST /entities/{entity}/unwatch");
        feature.Query<ListWatchers>("watchers.of", Read).Rest("GET /entities/{entity}/watchers");
        feature.Unique("watcher_pkey", "user", "This person watches it already.");
        feature.Contribute(new WatcherPages());
        feature.Contribute(new EventText(WatcherEvents.Added, "added {watcher.userId} to the watchers"));
        feature.Contribute(new EventText(WatcherEvents.Removed, "took {watcher.userId} off the watchers"));
        feature.Contribute(new FieldText(WatcherEvents.Field, "watcher") { IsInternal = true, TellsName = true });
    }
}
