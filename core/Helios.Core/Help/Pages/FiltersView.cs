namespace Helios.Core.Help.Pages;

/// <summary>The page about the filter language.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Lists">Every list that can be filtered.</param>
public sealed record FiltersView(HelpFrame Frame, IReadOnlyList<HelpList> Lists);
