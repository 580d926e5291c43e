namespace Helios.Web.Components.Shell;

/// <summary>A quiet line above every page, with one way out.</summary>
/// <param name="Text">What holds.</param>
/// <param name="Act">What can be done about it; null where nothing can.</param>
/// <param name="Address">Where that is done.</param>
public sealed record ShellNotice(string Text, string? Act, string? Address);
