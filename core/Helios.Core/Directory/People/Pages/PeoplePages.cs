using Helios.Web.Pages;

namespace Helios.Core.Directory.People.Pages;

/// <summary>The pages of people.</summary>
public sealed class PeoplePages : PageSet
{
    public override void Map(PageRoutes routes)
    {
    }
}
