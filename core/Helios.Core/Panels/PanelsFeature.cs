using Helios.Core.Panels.Queries;
using Helios.Kernel.Modules;
using Helios.Web.Pages;

namespace Helios.Core.Panels;

/// <summary>What stands on the page of every kind: tags, links, timeline.</summary>
public sealed class PanelsFeature : Feature
{
    public override string Name => "panels";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Query<GetEntity>("entities.get", "search:use").Rest("GET /entities/{entity}");
        feature.Contribute(new EntityPanel(null, "tags:read", CommonPanels.Tags) { Order = 80 });
        feature.Contribute(new EntityPanel(null, "links:read", CommonPanels.Links) { Order = 90 });
        feature.Contribute(new EntityPanel(null, "timeline:read", CommonPanels.Timeline) { Place = PanelPlace.Main, Order = 100 });
        feature.Contribute(new PanelPages());
    }
}
