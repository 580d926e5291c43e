namespace Helios.Core.Help.Pages;

/// <summary>The page about imports.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Kinds">Every kind that can be imported.</param>
public sealed record ImportsView(HelpFrame Frame, IReadOnlyList<ImportHelp> Kinds);
