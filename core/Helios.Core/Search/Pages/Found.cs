using Helios.Web.Components.Shell;

namespace Helios.Core.Search.Pages;

/// <summary>The search's answer to the palette and the pickers.</summary>
/// <param name="Items">The finds, the best first.</param>
/// <param name="Commands">Commands that fit what was typed; those that the page brings along are not repeated.</param>
public sealed record Found(IReadOnlyList<FoundItem> Items, IReadOnlyList<PaletteCommand> Commands);
