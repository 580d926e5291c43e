namespace Helios.Web.Components.Shell;

/// <summary>A place in the sidebar.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Icon">Icon by meaning; places of the second level have none.</param>
/// <param name="Href">Its address.</param>
public sealed record NavigationItem(string Label, string? Icon, string Href)
{
    /// <summary>Keys that go there, as <c>g t</c>.</summary>
    public string? Key { get; init; }

    /// <summary>How many things wait there.</summary>
    public int? Count { get; init; }

    /// <summary>The count in words where it is more than a number, such as "1,000+".</summary>
    public string? CountText { get; init; }

    /// <summary>Tone of the count.</summary>
    public Tone Tone { get; init; }

    /// <summary>Whether this is the page, or holds it.</summary>
    public bool Current { get; init; }

    /// <summary>Places of the second level, shown only while this one is current.</summary>
    public IReadOnlyList<NavigationItem> Items { get; init; } = [];
}
