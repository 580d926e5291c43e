namespace Helios.Core.Help.Pages;

/// <summary>The page about refusals.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Problems">Every kind.</param>
public sealed record ProblemsView(HelpFrame Frame, IReadOnlyList<ProblemText> Problems);
