namespace Helios.Web.Components.Graphs;

/// <summary>A record in a graph.</summary>
/// <param name="Id">Its id, by which edges name it.</param>
/// <param name="Title">Its name.</param>
/// <param name="Key">Its key.</param>
/// <param name="Icon">The icon of its kind.</param>
/// <param name="Href">Its page.</param>
public sealed record GraphPoint(Guid Id, string Title, string Key, string Icon, string Href)
{
    /// <summary>The record that it was reached from; null in the middle.</summary>
    public Guid? Parent { get; init; }

    /// <summary>How its parent says the link, such as “depends on”.</summary>
    public string? Wording { get; init; }

    /// <summary>The graph around it, where it has links that this one leaves out.</summary>
    public string? More { get; init; }

    /// <summary>Whether it is put away.</summary>
    public bool Faded { get; init; }
}
