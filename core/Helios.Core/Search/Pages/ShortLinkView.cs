namespace Helios.Core.Search.Pages;

/// <summary>A short link whose organization is not plain.</summary>
/// <param name="Key">The key that it names.</param>
/// <param name="Organizations">Name and address of it in each organization of the person.</param>
public sealed record ShortLinkView(string Key, IReadOnlyList<(string Name, string Href)> Organizations);
