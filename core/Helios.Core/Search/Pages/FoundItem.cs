namespace Helios.Core.Search.Pages;

/// <summary>A find as the palette and the pickers read it.</summary>
/// <param name="Kind">The kind's immutable name, such as <c>ticket</c>.</param>
/// <param name="Key">What people call it, such as T-1042.</param>
/// <param name="Title">The name people know it by.</param>
/// <param name="Subtitle">One line that tells it from its like.</param>
/// <param name="Href">The address of its page.</param>
/// <param name="Icon">The kind's icon in the sprite.</param>
/// <param name="KindLabel">What people call many of the kind.</param>
public sealed record FoundItem(string Kind, string Key, string Title, string? Subtitle, string Href, string Icon, string KindLabel);
