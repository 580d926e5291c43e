namespace Helios.Core.Help.Pages;

/// <summary>What a file of one kind may hold.</summary>
/// <param name="Kind">The kind's name.</param>
/// <param name="Label">What its rows become, such as People.</param>
/// <param name="Rules">How rows are matched and what is left out.</param>
/// <param name="Columns">The columns, each with the other headers that are recognized.</param>
public sealed record ImportHelp(string Kind, string Label, string Rules, IReadOnlyList<(string Label, IReadOnlyList<string> Headers)> Columns);
