namespace Helios.Web.Pages;

/// <summary>A button that a feature adds to the page of a kind, such as New ticket on a person's page. It leads to a page.</summary>
/// <param name="Kind">The kind whose page it stands on; null for every kind.</param>
/// <param name="Label">What it does, verb first.</param>
/// <param name="Permission">What an actor needs.</param>
/// <param name="Path">The address below the organization that it leads to for this record.</param>
public sealed record EntityAction(string? Kind, string Label, string Permission, Func<EntitySubject, string> Path)
{
    /// <summary>Its icon.</summary>
    public string? Icon { get; init; }

    /// <summary>The keys that press it.</summary>
    public string? Keys { get; init; }

    /// <summary>The main act of the page; of several the first is.</summary>
    public bool Primary { get; init; }

    /// <summary>Smaller stands first.</summary>
    public int Order { get; init; }
}
