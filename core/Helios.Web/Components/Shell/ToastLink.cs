namespace Helios.Web.Components.Shell;

/// <summary>Where a failure can be put right.</summary>
/// <param name="Label">What it does, as "Try again".</param>
/// <param name="Href">Its page.</param>
public sealed record ToastLink(string Label, string Href);
