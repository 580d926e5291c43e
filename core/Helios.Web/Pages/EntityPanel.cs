using Microsoft.AspNetCore.Components;

namespace Helios.Web.Pages;

/// <summary>
/// A panel that a feature adds to the page of a kind, or of every kind: tickets on a person's page, links on all. The page asks
/// what there is for its record, not who offers it: <c>await request.Panels(subject)</c>.
/// </summary>
/// <param name="Kind">The kind whose page it stands on; null for every kind.</param>
/// <param name="Permission">What an actor needs to see it.</param>
/// <param name="Show">Asks its query and gives the finished panel; null where there is nothing to show.</param>
public sealed record EntityPanel(string? Kind, string Permission, Func<PageRequest, EntitySubject, Task<RenderFragment?>> Show)
{
    /// <summary>By which a page that shows the same in its own way leaves it out.</summary>
    public string? Name { get; init; }

    /// <summary>Where it stands.</summary>
    public PanelPlace Place { get; init; } = PanelPlace.Aside;

    /// <summary>Smaller stands first.</summary>
    public int Order { get; init; }
}
