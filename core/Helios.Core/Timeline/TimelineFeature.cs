using Helios.Core.Timeline.Queries;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Timeline;

/// <summary>What happened to an entity of any kind, told from its events.</summary>
public sealed class TimelineFeature : Feature
{
    public override string Name => "timeline";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission("timeline:read", "Read what happened to what one may see", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Query<GetTimeline>("timeline.of", "timeline:read").Rest("GET /entities/{entity}/timeline");
        feature.Contribute(new FieldText("archivedAt", "archive date"));
    }
}
