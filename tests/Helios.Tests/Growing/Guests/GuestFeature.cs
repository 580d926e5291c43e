using Helios.Core.Tags;
using Helios.Kernel.Modules;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace Helios.Tests.Growing.Guests;

/// <summary>A panel in each place, a button and a tab for the page of every kind.</summary>
sealed class GuestFeature(IReadOnlyList<string> kinds) : Feature
{
    public const string Act = "Greet the guest";
    public const string Tab = "Guests";

    /// <summary>A page that everybody has, for links that only have to lead somewhere.</summary>
    const string Somewhere = "/inbox";

    public override string Name => "guests";

    public override void Declare(FeatureBuilder feature)
    {
        foreach (var place in Enum.GetValues<PanelPlace>())
            feature.Contribute(new EntityPanel(null, TagsFeature.Read, (_, _) => Shown(place)) { Place = place, Order = 200 });
        feature.Contribute(new EntityAction(null, Act, TagsFeature.Read, _ => Somewhere) { Order = 200 });
        foreach (var kind in kinds)
            feature.Contribute(new EntityTab(kind, Tab, TagsFeature.Read, _ => Somewhere) { Order = 200 });
    }

    /// <summary>How a page says that it shows the panel of a place.</summary>
    public static string Marker(PanelPlace place) => $"[data-guest={place}]";

    static Task<RenderFragment?> Shown(PanelPlace place) => Task.FromResult<RenderFragment?>(builder => builder.AddMarkupContent(0, $"<p data-guest=\"{place}\">A guest</p>"));
}
