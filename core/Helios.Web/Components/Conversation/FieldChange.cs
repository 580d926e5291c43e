namespace Helios.Web.Components.Conversation;

/// <summary>A field that changed, in words for people.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Before">The value before; null if it was empty.</param>
/// <param name="After">The value after; null if it is empty now.</param>
public sealed record FieldChange(string Field, string? Before, string? After);
