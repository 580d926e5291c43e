namespace Helios.Web.Pages;

/// <summary>The pages of a feature: routes and, for each, a method that runs queries or a command and hands a finished view to its page.</summary>
/// <remarks>Declared with <c>feature.Contribute(new TicketPages())</c>. It holds no state.</remarks>
public abstract class PageSet
{
    /// <summary>Names the routes.</summary>
    public abstract void Map(PageRoutes routes);
}
