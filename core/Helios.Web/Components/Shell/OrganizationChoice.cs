namespace Helios.Web.Components.Shell;

/// <summary>An organization to switch to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Href">Its first page.</param>
/// <param name="Current">Whether this page belongs to it.</param>
public sealed record OrganizationChoice(string Name, string Href, bool Current = false)
{
    /// <summary>How many things wait there, as "164" or "412 open"; null where nobody counted.</summary>
    public string? Count { get; init; }
}
