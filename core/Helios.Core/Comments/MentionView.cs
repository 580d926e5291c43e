namespace Helios.Core.Comments;

/// <summary>Somebody whom a comment mentions.</summary>
/// <param name="Key">How the text names him: <c>@U-12</c>.</param>
/// <param name="Name">His name today.</param>
/// <param name="Href">His page; null for whoever may not open it.</param>
public sealed record MentionView(string Key, string Name, string? Href);
