namespace Helios.Web.Pages;

/// <summary>A tab that a feature adds to the page of a kind: a page of its own about the same record. The record's own page is the first tab.</summary>
/// <param name="Kind">The kind whose page it stands on.</param>
/// <param name="Label">Its name.</param>
/// <param name="Permission">What an actor needs.</param>
/// <param name="Path">The address below the organization for this record.</param>
public sealed record EntityTab(string Kind, string Label, string Permission, Func<EntitySubject, string> Path)
{
    /// <summary>Smaller stands first.</summary>
    public int Order { get; init; }
}
