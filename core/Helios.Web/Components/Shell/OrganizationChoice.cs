namespace Helios.Web.Components.Shell;

/// <summary>An organization to switch to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Href">Its first page.</param>
/// <param name="Current">Whether this page belongs to it.</param>
public sealed record OrganizationChoice(string Name, string Href, bool Current = false);
