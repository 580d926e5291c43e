namespace Helios.Core.Help.Pages;

/// <summary>The contents of the help.</summary>
/// <param name="Frame">What stands around it.</param>
public sealed record HelpView(HelpFrame Frame);
