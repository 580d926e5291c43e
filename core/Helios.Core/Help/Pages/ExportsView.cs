namespace Helios.Core.Help.Pages;

/// <summary>The page about exports.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Lists">Every list that can be exported.</param>
public sealed record ExportsView(HelpFrame Frame, IReadOnlyList<ExportHelp> Lists);
