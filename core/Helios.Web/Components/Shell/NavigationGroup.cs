namespace Helios.Web.Components.Shell;

/// <summary>Places under one caption of the sidebar.</summary>
/// <param name="Label">The caption; null for the first group.</param>
/// <param name="Items">The places.</param>
public sealed record NavigationGroup(string? Label, IReadOnlyList<NavigationItem> Items);
