using Helios.Core.Panels.Queries;
using Helios.Core.Tags;
using Helios.Kernel.Modules;
using Helios.Web.Pages;

namespace Helios.Core.Panels;

/// <summary>What every kind has besides its own page: its tags, watchers and timeline, and an address that leads to it whatever it is.</summary>
public sealed class PanelsFeature : Feature
{
    /// <summary>The name of the panel with the timeline.</summary>
    public const string Timeline = "timeline";

    public override string Name => "panels";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Query<GetEntity>("entities.get", "search:use").Rest("GET /entities/{entity}");
        feature.Query<GetMarks>("entities.marks", TagsFeature.Read).NoRest("It is tags.of and watchers.of in one question, for the pages of records.");
        feature.Contribute(new EntityPanel(null, TagsFeature.Read, CommonPanels.Marks) { Order = 80 });
        feature.Contribute(new EntityPanel(null, "timeline:read", CommonPanels.Timeline) { Name = Timeline, Place = PanelPlace.Main, Order = 100 });
        feature.Contribute(new PanelPages());
    }
}
