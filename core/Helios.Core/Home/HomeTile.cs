using Helios.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace Helios.Core.Home;

/// <summary>A card on Home that a module contributes, such as my open tickets.</summary>
/// <param name="Name">Names it in the page.</param>
/// <param name="Permission">What an actor needs to see it.</param>
/// <param name="Show">Asks its query and gives the finished card; null where there is nothing worth a card.</param>
public sealed record HomeTile(string Name, string Permission, Func<PageRequest, Task<RenderFragment?>> Show)
{
    /// <summary>Smaller stands first.</summary>
    public int Order { get; init; }

    /// <summary>Whether it stands in the wide column, with work; else in the narrow one, with what needs attention.</summary>
    public bool Wide { get; init; } = true;
}
