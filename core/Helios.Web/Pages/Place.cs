using Helios.Kernel.Scopes;
using Helios.Web.Components;

namespace Helios.Web.Pages;

/// <summary>A place in the navigation that a module contributes. It is hidden where the module is off or the permission is missing.</summary>
/// <param name="Group">The caption it stands under: Support, Inventory, Protection, Improvement; null for the top.</param>
/// <param name="Label">Its name.</param>
/// <param name="Path">The address below the organization.</param>
/// <param name="Permission">What an actor needs to see it.</param>
public sealed record Place(string? Group, string Label, string Path, string Permission)
{
    /// <summary>The icon; places inside an area have none.</summary>
    public string? Icon { get; init; }

    /// <summary>The label of the area that it stands in; null for an area itself.</summary>
    public string? Within { get; init; }

    /// <summary>The keys that lead there, such as <c>g t</c>.</summary>
    public string? Keys { get; init; }

    /// <summary>Smaller stands first within the group.</summary>
    public int Order { get; init; }

    /// <summary>The colour of its count.</summary>
    public Tone Tone { get; init; }

    /// <summary>Its count for this actor, asked with each page; keep it to one cheap, capped query. Null for none.</summary>
    public Func<PageRequest, Task<int?>>? Count { get; init; }

    /// <summary>For whom, besides the permission; null for everybody who has it.</summary>
    public Func<Actor, bool>? For { get; init; }

    /// <summary>Whether small screens show it in the bar at the bottom.</summary>
    public bool Quick { get; init; }
}
