namespace Helios.Core.Help.Pages;

/// <summary>The page about keys.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Declared">The keys of places, forms and buttons, in groups.</param>
public sealed record KeysView(HelpFrame Frame, IReadOnlyList<DeclaredKeys> Declared);
