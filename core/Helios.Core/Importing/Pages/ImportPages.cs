using Helios.Web.Pages;

namespace Helios.Core.Importing.Pages;

/// <summary>The pages of imports.</summary>
public sealed class ImportPages : PageSet
{
    public override void Map(PageRoutes routes)
    {
    }
}
