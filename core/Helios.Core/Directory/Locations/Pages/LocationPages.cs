using Helios.Web.Pages;

namespace Helios.Core.Directory.Locations.Pages;

/// <summary>The pages of locations.</summary>
public sealed class LocationPages : PageSet
{
    public override void Map(PageRoutes routes)
    {
    }
}
