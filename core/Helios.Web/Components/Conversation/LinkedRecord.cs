using Microsoft.AspNetCore.Components;

namespace Helios.Web.Components.Conversation;

/// <summary>A record of any kind that another one is linked with.</summary>
/// <param name="Icon">Icon of its kind, by meaning.</param>
/// <param name="Title">Key and title.</param>
/// <param name="Href">Its page.</param>
/// <param name="Detail">Kind and relation, as "Asset · affected".</param>
public sealed record LinkedRecord(string Icon, string Title, string Href, string? Detail = null)
{
    /// <summary>A badge or a button at the end of the row.</summary>
    public RenderFragment? Mark { get; init; }
}
